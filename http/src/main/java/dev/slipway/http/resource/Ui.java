package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Refusal;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The browser's client from the class path. Every path that names no file is one of the client's
 * own, and gets its first page.
 */
public final class Ui {

  private static final String FOLDER = "/ui/";
  private static final String FIRST_PAGE = "index.html";

  /** Letters, digits and a few marks; no part starts with a dot, so none leads upwards. */
  private static final Pattern FILE =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("woff2", "font/woff2"));

  /** The file at a path, or the first page. */
  public Answer file(String path) {
    String name = path.startsWith("/") ? path.substring(1) : path;
    if (FILE.matcher(name).matches() && TYPES.containsKey(extension(name))) {
      InputStream content = open(name).orElseThrow(Refusal::notFound);
      return new Answer.Octets(content, type(name), Map.of("Cache-Control", caching(name)));
    }
    InputStream page = open(FIRST_PAGE).orElseThrow(Refusal::notFound);
    return new Answer.Octets(page, type(FIRST_PAGE), Map.of("Cache-Control", "no-cache"));
  }

  private static Optional<InputStream> open(String name) {
    return Optional.ofNullable(Ui.class.getResourceAsStream(FOLDER + name));
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String type(String name) {
    return TYPES.getOrDefault(extension(name), "application/octet-stream");
  }

  /** The names of assets hold their digest, so they never change. */
  private static String caching(String name) {
    return name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  }
}
