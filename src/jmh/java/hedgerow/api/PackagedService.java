package hedgerow.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The service as it is packaged, in a process of its own, started by its own script.
final class PackagedService implements AutoCloseable {
    private static final long START_SECONDS = 60;

    private final Process process;
    private final int port;

    /// Starts the service, and returns when it answers.
    ///
    /// @param script what starts it; what it says goes to a file beside the script's directory
    PackagedService(Path script) throws IOException, InterruptedException {
        port = freePort();
        String at = Integer.toString(port);
        Path log = script.resolveSibling("../service.log").normalize();
        process =
                new ProcessBuilder(script.toString(), "serve", "--host", "localhost", "--port", at)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            awaitReady(log);
        } catch (IOException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        byte[] ask = Connection.request("GET /q/health/ready", "text/plain", "");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < until && process.isAlive()) {
            try (Connection connection = connect()) {
                connection.answer(ask);
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IOException("the service does not answer, see " + log);
    }

    Connection connect() throws IOException {
        return new Connection(port);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
