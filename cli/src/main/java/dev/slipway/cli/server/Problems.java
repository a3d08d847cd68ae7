package dev.slipway.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Failure;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Visible;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;

/** Turns what went wrong on the way or at the server into what to do about it. */
public final class Problems {

  private Problems() {}

  static Failure failure(int status, Optional<JsonNode> body, Place place, Request request) {
    if (status == 502 || status == 503 || status == 504) {
      return Failure.passing(
          "The server at %s is not ready (%d); try again in a moment."
              .formatted(place.server(), status));
    }
    if (body.isEmpty() || Fields.found(body.get(), "code").isEmpty()) {
      return notSlipway(place, "it answered " + status + " without saying why");
    }
    JsonNode problem = body.get();
    StringBuilder text = new StringBuilder(Visible.of(Fields.text(problem, "detail")));
    text.append(" (").append(Visible.of(Fields.text(problem, "code"))).append(')');
    for (JsonNode one : Fields.items(problem, "problems")) {
      text.append('\n').append(located(one));
    }
    if (status == 401) {
      text.append("\nSet SLIPWAY_TOKEN to a valid token; an admin makes one with ")
          .append("'slipway token create NAME --role ROLE'.");
    }
    if (status >= 500) {
      text.append("\nThe server's log has more under ")
          .append(Visible.of(Fields.text(problem, "correlation")))
          .append('.');
    }
    return Failure.explained(text.toString(), problem, request.path());
  }

  /** A mistake in a document as compilers write it, so that editors find the place. */
  public static String located(JsonNode problem) {
    return Visible.of(
        "%s:%s:%s: %s (%s)%s"
            .formatted(
                Fields.text(problem, "file"),
                Fields.text(problem, "line"),
                Fields.text(problem, "column"),
                Fields.text(problem, "message"),
                Fields.text(problem, "code"),
                Fields.found(problem, "nearest")
                    .map(nearest -> "; did you mean '" + nearest + "'?")
                    .orElse("")));
  }

  static Failure notSlipway(Place place, String found) {
    return Failure.because(
        "%s does not seem to be a Slipway server: %s. Look at SLIPWAY_URL."
            .formatted(place.server(), found));
  }

  static Failure unreachable(Place place, IOException cause) {
    return Failure.passing(
        switch (cause) {
          case ConnectException _ ->
              "No server answers at %s. Start one with 'slipway up', or set SLIPWAY_URL to one that runs."
                  .formatted(place.server());
          case UnknownHostException _ ->
              "The host of %s is not known. Look at SLIPWAY_URL.".formatted(place.server());
          case SocketTimeoutException _ ->
              "The server at %s did not answer in time; what was asked may have been done. Look with 'slipway status'."
                  .formatted(place.server());
          default ->
              "The connection to %s broke (%s); what was asked may have been done. Look with 'slipway status'."
                  .formatted(
                      place.server(),
                      Visible.of(Objects.requireNonNullElse(cause.getMessage(), "no message")));
        });
  }
}
