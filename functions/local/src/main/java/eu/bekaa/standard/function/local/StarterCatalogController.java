package eu.bekaa.standard.function.local;

import eu.bekaa.standard.function.local.demo.StarterCatalog;
import eu.bekaa.standard.web.Open;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;

/// Gives the starter catalog away, for a first import by hand.
@Hidden
@Controller("/starter-catalog.xlsx")
class StarterCatalogController {
    @Open
    @Get(produces = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    byte[] workbook() {
        return StarterCatalog.workbook();
    }
}
