package dev.slipway.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What a route answers. */
public sealed interface Answer {

  /** A wire record. */
  record Json(int status, Object body, Map<String, String> headers) implements Answer {
    public Json {
      headers = Map.copyOf(headers);
    }
  }

  record Empty(int status, Map<String, String> headers) implements Answer {
    public Empty {
      headers = Map.copyOf(headers);
    }
  }

  record Octets(InputStream content, String type, Map<String, String> headers) implements Answer {
    public Octets {
      headers = Map.copyOf(headers);
    }
  }

  /** An answer that is on its way; no thread waits for it. */
  record Later(CompletionStage<Answer> answer) implements Answer {}

  /** Events for as long as the client listens. */
  record Events(Stream stream) implements Answer {}

  /** Writes events until it ends or the client is gone. */
  @FunctionalInterface
  interface Stream {
    void writeTo(Writer out) throws IOException, InterruptedException;
  }

  /** Takes text and sends it at once. */
  @FunctionalInterface
  interface Writer {
    void write(String text) throws IOException;
  }

  static Answer ok(Object body) {
    return new Json(200, body, Map.of());
  }

  static Answer status(int status, Object body) {
    return new Json(status, body, Map.of());
  }

  static Answer nothing() {
    return new Empty(204, Map.of());
  }
}
