package hedgerow.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One connection to a service on this machine, kept alive: as little of a client as will do, so
/// that it takes almost nothing of the machine.
final class Connection implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /// The bytes of a request.
    ///
    /// @param what the method and the path
    static byte[] request(String what, String type, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String head =
                "%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(what, type, length);
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    /// Sends a request and reads the body of its answer.
    String answer(byte[] request) throws IOException {
        if (request.length < 1 << 16) {
            out.write(request);
        } else {
            Thread.ofVirtual().start(() -> writeAll(request));
        }
        String status = line();
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String[] parts = header.toLowerCase(Locale.ROOT).split(": *", 2);
            if (parts[0].equals("content-length")) length = Integer.parseInt(parts[1]);
        }
        byte[] body = length >= 0 ? in.readNBytes(length) : chunks();
        String text = new String(body, StandardCharsets.UTF_8);
        if (!status.contains(" 200 ")) throw new IOException(status + ": " + text);
        return text;
    }

    private void writeAll(byte[] request) {
        try {
            out.write(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) throw new IOException("the connection was closed");
            if (b != '\r') line.append((char) b);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
