package dev.slipway.http;

import dev.slipway.http.gate.Exchange;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** A request as Jetty itself hands it over, before there is a servlet or a router. */
record ServedByJetty(Request request, Response response) implements Exchange {

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    return Request.getPathInContext(request);
  }

  @Override
  public String pathPart(String name) {
    throw new IllegalArgumentException("This path has no part " + name);
  }

  @Override
  public List<String> query(String name) {
    return Request.extractQueryParameters(request).getValuesOrEmpty(name);
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  @Override
  public Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new TreeMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.put(field.getLowerCaseName(), request.getHeaders().getValuesList(field.getName()));
    }
    return headers;
  }

  @Override
  public Optional<String> cookie(String name) {
    return Request.getCookies(request).stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst()
        .map(HttpCookie::getValue);
  }

  @Override
  public String address() {
    return Request.getRemoteAddr(request);
  }

  @Override
  public boolean isSecure() {
    return request.isSecure();
  }

  @Override
  public long length() {
    return request.getLength();
  }

  @Override
  public InputStream body() {
    return Request.asInputStream(request);
  }

  @Override
  public void answerHeader(String name, String value) {
    response.getHeaders().put(name, value);
  }
}
