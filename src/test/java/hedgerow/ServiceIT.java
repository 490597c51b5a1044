package hedgerow;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;

/// The service as it is packaged starts and answers.
@QuarkusIntegrationTest
class ServiceIT {

    @Test
    void thePackagedServiceIsUp() {
        given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void whatBenchmarksAddIsNotDelivered() {
        given().contentType("application/json")
                .body("{}")
                .post("/bench/echo")
                .then()
                .statusCode(404);
    }
}
