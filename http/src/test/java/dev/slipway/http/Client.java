package dev.slipway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Asks as one caller. Every answer is held against openapi.yaml before it is given back. */
final class Client {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int port;
  private final Map<String, String> headers;

  Client(int port, Map<String, String> headers) {
    this.port = port;
    this.headers = Map.copyOf(headers);
  }

  /** An answer with its JSON, which is missing where there is none. */
  record Answered(int status, JsonNode json, HttpResponse<byte[]> raw) {

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    String code() {
      return json.path("code").asText();
    }
  }

  Client with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Client(port, more);
  }

  Answered get(String path) {
    return send("GET", path, "", "");
  }

  Answered delete(String path) {
    return send("DELETE", path, "", "");
  }

  Answered post(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  Answered postYaml(String path, String yaml) {
    return send("POST", path, "application/yaml", yaml);
  }

  Answered send(String method, String path, String type, String body) {
    return send(method, path, type, body.getBytes(StandardCharsets.UTF_8));
  }

  Answered send(String method, String path, String type, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    try {
      HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      Answered answered = new Answered(response.statusCode(), json(response), response);
      OpenApi.check(method, path, answered);
      return answered;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    String type = response.headers().firstValue("Content-Type").orElse("");
    try {
      return type.contains("json") ? JSON.readTree(response.body()) : JSON.missingNode();
    } catch (JsonProcessingException e) {
      throw new AssertionError(
          "Not JSON: " + new String(response.body(), StandardCharsets.UTF_8), e);
    }
  }
}
