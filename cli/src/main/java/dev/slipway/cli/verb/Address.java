package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Failure;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How people write where something is: {@code shop/staging} or {@code shop/staging#3}. A name's own
 * rules are the server's business; here only the parts are told apart.
 */
final class Address {

  private static final Pattern PLACEMENT = Pattern.compile("([^/#]+)/([^/#]+)");
  private static final Pattern DELIVERY = Pattern.compile("([^/#]+)/([^/#]+)#([1-9][0-9]{0,8})");

  private Address() {}

  /** An owner's document, which is written like {@code overlay/cost-caps}. */
  record Owned(String kind, String name) {

    /** Which documents have owners, and where the server keeps those of a kind. */
    private static final Map<String, String> SHELVES =
        Map.of("overlay", "overlays", "policy", "policies");

    static Optional<Owned> parse(String text) {
      int slash = text.indexOf('/');
      return Optional.of(text)
          .filter(_ -> slash > 0 && slash < text.length() - 1)
          .map(_ -> new Owned(text.substring(0, slash), text.substring(slash + 1)))
          .filter(written -> SHELVES.containsKey(written.kind()));
    }

    /** The part of the server's paths that stands before its name. */
    String shelf() {
      return SHELVES.getOrDefault(kind, kind);
    }
  }

  /** An application in an environment. */
  record Placement(String application, String environment) {

    static Placement parse(String text) {
      Matcher matcher = PLACEMENT.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException("'" + text + "' is not written like shop/staging");
      }
      return new Placement(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
      return application + "/" + environment;
    }
  }

  /** A numbered delivery. */
  record Delivery(String application, String environment, String number) {

    static Delivery parse(String text) {
      Matcher matcher = DELIVERY.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException("'" + text + "' is not written like shop/staging#3");
      }
      return new Delivery(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    /** As {@link #parse(String)}; without a number, the delivery that is on its way there. */
    static Delivery parse(String text, Server server) {
      if (text.contains("#")) {
        return parse(text);
      }
      Placement at = Placement.parse(text);
      JsonNode placement =
          server.ask(
              Request.get("applications", at.application(), "environments", at.environment()));
      return Fields.found(placement, "active.number")
          .map(number -> new Delivery(at.application(), at.environment(), number))
          .orElseThrow(
              () -> Failure.because("Nothing waits or is on its way at %s.".formatted(text)));
    }

    @Override
    public String toString() {
      return application + "/" + environment + "#" + number;
    }
  }

  /** Lets picocli read a {@link Placement}. */
  static final class OfPlacement implements ITypeConverter<Placement> {
    @Override
    public Placement convert(String value) {
      return Placement.parse(value);
    }
  }

  /** Lets picocli read a {@link Delivery}. */
  static final class OfDelivery implements ITypeConverter<Delivery> {
    @Override
    public Delivery convert(String value) {
      return Delivery.parse(value);
    }
  }
}
