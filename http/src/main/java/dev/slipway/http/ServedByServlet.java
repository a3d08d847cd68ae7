package dev.slipway.http;

import dev.slipway.http.gate.Exchange;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as Javalin hands it over. */
record ServedByServlet(Context context) implements Exchange {

  @Override
  public String method() {
    return context.method().name();
  }

  @Override
  public String path() {
    return context.path();
  }

  @Override
  public String pathPart(String name) {
    return context.pathParam(name);
  }

  @Override
  public List<String> query(String name) {
    return context.queryParams(name);
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  @Override
  public Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new TreeMap<>();
    context
        .req()
        .getHeaderNames()
        .asIterator()
        .forEachRemaining(name ->
            headers.put(
                name.toLowerCase(Locale.ROOT), Collections.list(context.req().getHeaders(name))));
    return headers;
  }

  @Override
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(context.cookie(name));
  }

  @Override
  public String address() {
    return context.ip();
  }

  @Override
  public boolean isSecure() {
    return context.req().isSecure();
  }

  @Override
  public long length() {
    return context.req().getContentLengthLong();
  }

  @Override
  public InputStream body() throws IOException {
    return context.req().getInputStream();
  }

  @Override
  public void answerHeader(String name, String value) {
    context.header(name, value);
  }
}
