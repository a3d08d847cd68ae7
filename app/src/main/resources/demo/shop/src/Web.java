import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A shop with one shelf: it says which commit it is, where it runs, and what is on offer today. */
class Web {

  public static void main(String[] args) throws IOException {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    String offer = Files.readString(Path.of("offer.txt")).strip();
    int port = Integer.parseInt(options.get("--port"));
    String about =
        "{\"commit\":\"%s\",\"environment\":\"%s\",\"pid\":%d,\"offer\":\"%s\"}\n"
            .formatted(
                options.get("--commit"),
                options.get("--environment"),
                ProcessHandle.current().pid(),
                offer);

    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", exchange -> answer(exchange, 200, about));
    server.createContext("/healthz", exchange -> answer(exchange, offer.isEmpty() ? 500 : 200, "offer: " + offer + "\n"));
    server.start();
    System.out.println("the shop is open on port " + port + ", on offer: " + offer);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
