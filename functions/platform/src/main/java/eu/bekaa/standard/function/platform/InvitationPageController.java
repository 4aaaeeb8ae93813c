package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.web.Open;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/// Where the link in an invitation leads when no web application answers it: a form for the password.
@Controller("/api/v1/auth")
@Hidden
class InvitationPageController {
    /// The token stays in the page: no other site is loaded, and none is told where the visitor came from.
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self';"
                    + " form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Standard: accept an invitation</title>
              <style>
                body { font: 16px/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 26rem; padding: 0 1rem }
                label, input, button { display: block; font: inherit; width: 100% }
                input, button { box-sizing: border-box; margin: .2rem 0 1rem; padding: .5rem }
              </style>
            </head>
            <body>
              <h1>Join on Standard</h1>
              <form id="form">
                <label for="name">Your name, if it should read otherwise</label>
                <input id="name" autocomplete="name" maxlength="200">
                <label for="password">A new password of 12 characters or more; if you have an account, its password</label>
                <input id="password" type="password" autocomplete="new-password" required>
                <button>Accept the invitation</button>
              </form>
              <p id="said" role="status"></p>
              <script>
                const token = new URLSearchParams(location.search).get('token') || '';
                const said = document.getElementById('said');
                document.getElementById('form').addEventListener('submit', async event => {
                  event.preventDefault();
                  const response = await fetch('/api/v1/auth/accept-invitation', {
                    method: 'POST',
                    headers: {'Content-Type': 'application/json'},
                    body: JSON.stringify({
                      token,
                      password: document.getElementById('password').value,
                      display_name: document.getElementById('name').value || null
                    })
                  });
                  const answer = await response.json();
                  said.textContent = response.ok
                    ? 'Welcome, ' + answer.display_name + '. You can sign in now as ' + answer.email + '.'
                    : answer.error.message;
                });
              </script>
            </body>
            </html>
            """;

    @Get("/accept-invitation")
    @Open
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> page() {
        return HttpResponse.ok(PAGE)
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }
}
