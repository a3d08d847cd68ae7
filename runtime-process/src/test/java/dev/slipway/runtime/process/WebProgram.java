package dev.slipway.runtime.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A tiny web service that the tests start as a process of its own: PORT STATUS. */
public final class WebProgram {

  private WebProgram() {}

  public static void main(String[] arguments) throws IOException {
    int status = Integer.parseInt(arguments[1]);
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])),
            0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    System.out.println("listens on " + server.getAddress().getPort());
  }
}
