package hedgerow.store.span;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The characters of an XML file, in the encoding that its declaration names: UTF-8, which is also
/// that of a file that names none, UTF-16, latin-1 or ASCII. Bytes that are no characters fail.
final class Decoded {
    private static final int DECLARATION = 256;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";

    private Decoded() {}

    static Reader reader(InputStream in) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, DECLARATION);
        byte[] first = bytes.readNBytes(DECLARATION);
        String head = new String(first, StandardCharsets.ISO_8859_1);
        int mark = head.startsWith(UTF_8_MARK) ? UTF_8_MARK.length() : 0;
        bytes.unread(first, mark, first.length - mark);
        return new InputStreamReader(
                bytes,
                charset(head.substring(mark))
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Charset charset(String head) {
        if (head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe")) {
            return StandardCharsets.UTF_16;
        }
        Matcher named = ENCODING.matcher(head);
        if (!named.find()) return StandardCharsets.UTF_8;
        return switch (named.group(1).toUpperCase(Locale.ROOT)) {
            case "ISO-8859-1", "LATIN1", "WINDOWS-1252" -> StandardCharsets.ISO_8859_1;
            case "US-ASCII", "ASCII" -> StandardCharsets.US_ASCII;
            default -> StandardCharsets.UTF_8;
        };
    }
}
