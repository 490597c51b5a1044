package hedgerow;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// The service starts and answers on the paths that operators rely on.
@QuarkusTest
class ServiceTest {

    @ConfigProperty(name = "quarkus.application.version")
    String engineVersion;

    @Test
    void healthIsUp() {
        given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void metricsAreInPrometheusForm() {
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("# TYPE jvm_memory_used_bytes gauge"));
    }

    @Test
    void swaggerPageIsServed() {
        given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("Hedgerow"));
    }

    @Test
    void apiDescriptionCarriesTheEngineVersion() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Hedgerow"))
                .body("info.version", equalTo(engineVersion));
    }
}
