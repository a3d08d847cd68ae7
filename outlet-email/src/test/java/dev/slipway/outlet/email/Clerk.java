package dev.slipway.outlet.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A mail server that answers by the book, but for what it is told to answer to some commands; for
 * what a real one says only when something is wrong with it. One conversation at a time.
 */
final class Clerk implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final Thread thread;

  /**
   * Begins to answer.
   *
   * @param answers to commands that begin so, in place of the usual ones
   */
  Clerk(Map<String, String> answers) {
    this.answers = Map.copyOf(answers);
    try {
      socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = Thread.ofVirtual().name("clerk").start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Every line that was said to it. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        converse(caller);
      } catch (IOException _) {
        // The caller hung up, or this is the end; the next one is waited for in either case.
      }
    }
  }

  private void converse(Socket caller) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
    say(caller, "220 clerk.example ESMTP");
    boolean isLetter = false;
    String line = in.readLine();
    while (line != null) {
      heard.add(line);
      if (isLetter) {
        isLetter = !line.equals(".");
        if (!isLetter) {
          say(caller, "250 2.0.0 taken");
        }
      } else {
        String answer = answer(line);
        isLetter = answer.startsWith("354");
        say(caller, answer);
      }
      line = in.readLine();
    }
  }

  private String answer(String line) {
    return answers.entrySet().stream()
        .filter(told -> line.startsWith(told.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> line.startsWith("DATA") ? "354 go on" : "250 clerk.example");
  }

  private static void say(Socket caller, String line) throws IOException {
    caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    caller.getOutputStream().flush();
  }

  /** Also ends the conversation that is under way. */
  @Override
  public void close() throws IOException {
    socket.close();
    thread.interrupt();
  }
}
