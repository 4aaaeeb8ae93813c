package eu.bekaa.standard.function.migrations;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// The administrator's name and password, asked for when needed: RDS changes the password every week.
interface AdminPassword {
    /// A name and a password; never printed.
    record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    Login get();

    /// As RDS keeps it in Secrets Manager: `{"username": …, "password": …}`.
    static AdminPassword inSecret(String id) {
        return () -> {
            try (var secrets = SecretsManagerClient.builder()
                    .httpClient(UrlConnectionHttpClient.create())
                    .build()) {
                return read(secrets.getSecretValue(get -> get.secretId(id)).secretString());
            }
        };
    }

    static Login read(String secret) {
        try {
            var json = new ObjectMapper().readTree(secret);
            return new Login(
                    json.path("username").asText(), json.path("password").asText());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
