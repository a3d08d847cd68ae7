package dev.slipway.runtime.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A tiny web service that the tests start as a process of its own: PORT STATUS. After {@code
 * /break} it lives on and answers everything with 500.
 */
public final class WebProgram {

  private WebProgram() {}

  public static void main(String[] arguments) throws IOException {
    AtomicInteger status = new AtomicInteger(Integer.parseInt(arguments[1]));
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])),
            0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.createContext(
        "/break",
        exchange -> {
          status.set(500);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    System.out.println("listens on " + server.getAddress().getPort());
  }
}
