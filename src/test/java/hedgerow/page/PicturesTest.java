package hedgerow.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pictures of the page in the documentation.
///
/// With `-Dhedgerow.rewrite=true` they are taken anew; else they only have to be there, as fonts
/// differ from machine to machine.
@QuarkusTest
class PicturesTest extends OnThePage {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "light,light,1280,900",
        "dark,dark,1280,900",
        "whole,light,1280,2560",
        "phone,light,360,1600"
    })
    void thereIsAPicture(String name, String scheme, int width, int height) throws IOException {
        Path file = Path.of("docs/images/page-" + name + ".png");
        if (Boolean.getBoolean("hedgerow.rewrite")) {
            tab.screen(width, 900, scheme);
            open("");
            Files.createDirectories(file.getParent());
            Files.write(file, tab.picture(width, height));
        }
        assertThat(Files.size(file)).isLessThan(500_000);
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(width);
    }
}
