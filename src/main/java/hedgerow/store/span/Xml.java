package hedgerow.store.span;

import hedgerow.portfolio.Numbers;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/// Writes elements of an XML file, each line with its indentation.
final class Xml {
    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    Xml(Writer out) throws IOException {
        this.out = out;
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    Xml start(String name) throws IOException {
        indent();
        out.write("<" + name + ">\n");
        open.push(name);
        return this;
    }

    Xml end() throws IOException {
        String name = open.pop();
        indent();
        out.write("</" + name + ">\n");
        return this;
    }

    Xml leaf(String name, String text) throws IOException {
        indent();
        out.write("<" + name + ">");
        escape(text);
        out.write("</" + name + ">\n");
        return this;
    }

    Xml leaf(String name, double value) throws IOException {
        String plain = Numbers.plain(value);
        boolean isShort = plain.length() <= Element.LONGEST_NUMBER;
        return leaf(name, isShort ? plain : Double.toString(value));
    }

    Xml flag(String name, boolean value) throws IOException {
        return leaf(name, value ? "1" : "0");
    }

    private void indent() throws IOException {
        for (int i = 0; i < open.size(); i++) out.write('\t');
    }

    private void escape(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                default -> out.write(c < ' ' || c > 0xfffd ? '?' : c);
            }
        }
    }
}
