package eu.bekaa.standard.function.local;

import static eu.bekaa.standard.function.local.DescribedOperation.list;
import static eu.bekaa.standard.function.local.DescribedOperation.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Fields that are told but not asked for (who made it, where it stands, whose it is), sent along with every body
/// that the API takes, at every depth: each is refused by name, and nothing has changed (STD-6).
@Tag("fault")
class ForeignFieldsTest {
    /// Of every body; the others are tried all at once.
    private static final int ONE_BY_ONE = Integer.getInteger("standard.fuzz.fields", 3);

    private static final int FIELDS = 30;
    private static final List<String> WANTED = List.of(
            "organization_id",
            "state",
            "status",
            "created_by",
            "approved_by",
            "role",
            "row_version",
            "created_at",
            "submitted_by",
            "version_number");

    private final Neighbourhood town = Neighbourhood.instance();

    @Test
    void std6_noBodyTakesAFieldThatIsNotItsOwn() throws Exception {
        town.settle();
        var before = town.possessions(town.theirs());
        var told = told();
        var softly = new SoftAssertions();
        int bodies = 0;
        try (var wire = new Wire(town.address())) {
            var known = Harvest.of(town, wire);
            for (var operation : town.operations()) {
                var target = known.target(operation, new Random(1));
                if (operation.hasBody() && target != null) {
                    bodies++;
                    refusesAll(softly, wire, operation, target, known, told);
                }
            }
        }
        softly.assertAll();
        assertThat(bodies).isGreaterThan(60);
        assertThat(town.possessions(town.theirs())).isEqualTo(before);
    }

    private void refusesAll(
            SoftAssertions softly,
            Wire wire,
            DescribedOperation operation,
            String target,
            Harvest known,
            Map<String, Object> told)
            throws IOException {
        var body = known.body(operation, true, new Random(1));
        var foreign = foreign(operation, told);
        for (var place : places(body, operation.bodySchema(), operation)) {
            var names = new ArrayList<>(foreign.keySet());
            Collections.shuffle(names, new Random(operation.toString().hashCode()));
            var all = new LinkedHashMap<>(foreign);
            all.keySet().removeAll(place.keySet());
            for (var name : names.subList(0, Math.min(ONE_BY_ONE, names.size()))) {
                if (!place.containsKey(name)) {
                    with(place, Map.of(name, foreign.get(name)));
                    refuses(softly, wire, operation, target, body, List.of(name));
                    place.remove(name);
                }
            }
            with(place, all);
            refuses(softly, wire, operation, target, body, List.copyOf(all.keySet()));
            place.keySet().removeAll(all.keySet());
        }
    }

    /// The foreign fields first, so that they are what is stumbled over.
    private static void with(Map<String, Object> place, Map<String, Object> foreign) {
        var own = Map.copyOf(place);
        var order = List.copyOf(place.keySet());
        place.clear();
        place.putAll(foreign);
        order.forEach(name -> place.put(name, own.get(name)));
    }

    private void refuses(
            SoftAssertions softly,
            Wire wire,
            DescribedOperation operation,
            String target,
            Map<String, Object> body,
            List<String> names)
            throws IOException {
        var headers = new ArrayList<>(town.credentials(operation));
        headers.add("Content-Type: application/json");
        var answer = wire.send(new Wire.Request(
                operation.method().toUpperCase(Locale.ROOT),
                target,
                headers,
                OddJson.write(body).getBytes(StandardCharsets.UTF_8)));
        var error = map(map(Judge.read(answer.body())).get("error"));
        var fields = list(error.get("details")).stream()
                .map(detail -> String.valueOf(map(detail).get("field")))
                .toList();
        softly.assertThat(answer.status()).as(operation + " with " + names).isEqualTo(400);
        softly.assertThat(fields)
                .as(operation + " names the field it refuses")
                .isNotEmpty()
                .isSubsetOf(names);
    }

    /// The body itself and every object in it that has fields of its own.
    private static List<Map<String, Object>> places(
            Map<String, Object> body, Map<String, Object> schema, DescribedOperation operation) {
        var places = new ArrayList<Map<String, Object>>(List.of(body));
        var properties = map(operation.resolved(schema).get("properties"));
        body.forEach((name, value) -> {
            var property = operation.resolved(map(properties.get(name)));
            var item = value instanceof List<?> items && !items.isEmpty() ? items.getFirst() : value;
            var inner = value instanceof List<?> ? operation.resolved(map(property.get("items"))) : property;
            if (item instanceof Map<?, ?> && inner.containsKey("properties")) {
                places.addAll(places(map(item), inner, operation));
            }
        });
        return places;
    }

    /// Fields that the body does not have, those first that would hurt most.
    private static Map<String, Object> foreign(DescribedOperation operation, Map<String, Object> told) {
        var own = map(operation.resolved(operation.bodySchema()).get("properties"))
                .keySet();
        var names = new LinkedHashSet<>(WANTED);
        var others = new ArrayList<>(told.keySet());
        Collections.shuffle(others, new Random(operation.path().hashCode()));
        names.addAll(others);
        names.removeAll(own);
        var foreign = new LinkedHashMap<String, Object>();
        names.stream().limit(FIELDS).forEach(name -> foreign.put(name, told.getOrDefault(name, "approved")));
        return foreign;
    }

    /// Every field that any answer has, with an example of it.
    private Map<String, Object> told() {
        var told = new TreeMap<String, Object>();
        map(map(town.document().get("components")).get("schemas"))
                .values()
                .forEach(schema -> map(map(schema).get("properties")).forEach((name, property) -> {
                    var examples = list(map(property).get("examples"));
                    told.put(name, examples.isEmpty() ? "approved" : examples.getFirst());
                }));
        return told;
    }
}
