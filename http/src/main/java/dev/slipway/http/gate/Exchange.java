package dev.slipway.http.gate;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as it came, and the headers of its answer; whatever serves it. Confined to it. */
public interface Exchange {

  String method();

  String path();

  /**
   * A part of the path.
   *
   * @throws IllegalArgumentException when the route has none of this name
   */
  String pathPart(String name);

  /** What the query says of a name, in order. */
  List<String> query(String name);

  Optional<String> header(String name);

  /** Every header by its lower-case name. */
  Map<String, List<String>> headers();

  Optional<String> cookie(String name);

  /** Where it came from. */
  String address();

  boolean isSecure();

  /** How many bytes the body is said to have; negative when that was not said. */
  long length();

  InputStream body() throws IOException;

  /** Sets a header of the answer. */
  void answerHeader(String name, String value);
}
