package hedgerow.api;

import static hedgerow.api.BadInputTest.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import hedgerow.TextTable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Paths, methods and media types that are not answered are told as problems too.
@QuarkusTest
class OtherProblemsTest {
    private static final byte[] EMPTY = {'{', '}'};

    @Inject ProblemMappers mappers;

    static Stream<List<String>> requests() {
        return TextTable.rows(
                """
                method | path                | sends            | accepts          | status | says
                GET    | /v1/nothing         |                  |                  | 404    | /q/openapi
                GET    | /v1/models/nothing  |                  |                  | 404    | crypto-grid@1
                GET    | /v1/models/delta@7  |                  |                  | 404    | delta@1
                GET    | /v1/markets/nothing |                  |                  | 404    | sample
                GET    | /v1/margin          |                  |                  | 405    | paths
                PUT    | /v1/margin          | application/json |                  | 405    | paths
                DELETE | /v1/models          |                  |                  | 405    | paths
                POST   | /v1/margin          | application/json | text/csv         | 406    | application/json
                POST   | /v1/margin          | text/plain       |                  | 415    | application/json
                POST   | /v1/margin          | application/xml  |                  | 415    | application/json
                POST   | /v1/markets         | application/pdf  |                  | 415    | text/csv
                """);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestIsAnsweredWithAProblem(List<String> row) {
        RequestSpecification request = given();
        if (!row.get(2).isEmpty()) request = request.contentType(row.get(2)).body(EMPTY);
        if (!row.get(3).isEmpty()) request = request.accept(row.get(3));
        Response response = request.request(Method.valueOf(row.get(0)), row.get(1));
        assertProblem(response, Integer.parseInt(row.get(4)), List.of(), row.get(5));
    }

    @Test
    void aFailureOfTheServiceTellsNothingOfItsInside() {
        var response = mappers.failure(new IllegalStateException("secret of hedgerow.api"));
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getEntity().toString()).doesNotContain("secret").contains("logged");
    }
}
