package dev.slipway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.http.gate.Bodies;
import dev.slipway.http.gate.Caller;
import dev.slipway.http.gate.Exchange;
import dev.slipway.http.gate.Pace;
import dev.slipway.loop.door.Agents;
import dev.slipway.loop.door.Credentials.Holder;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.Organisation;
import dev.slipway.wire.WireJson;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** One request, by whom it is and what it says. Confined to its request. */
public final class Call {

  private static final JsonMapper JSON = WireJson.strict();
  private static final int KEY_LENGTH_MAX = 128;

  /** How an order ended, what was written meanwhile, and what was seen since. */
  private static final int CALLS_FOR_AN_ORDER = 4;

  private final Exchange exchange;
  private final Caller caller;
  private final Supplier<byte[]> body;
  private final Supplier<String> secrets;
  private final BooleanSupplier standing;

  Call(Exchange exchange, Caller caller, Supplier<byte[]> body, Supplier<String> secrets) {
    this(exchange, caller, body, secrets, () -> true);
  }

  /**
   * @param standing whether the caller's credential still counts
   */
  Call(
      Exchange exchange,
      Caller caller,
      Supplier<byte[]> body,
      Supplier<String> secrets,
      BooleanSupplier standing) {
    this.standing = standing;
    this.exchange = exchange;
    this.caller = caller;
    this.body = body;
    this.secrets = secrets;
  }

  static Supplier<byte[]> bodyOf(Exchange exchange, Bodies bodies, int max) {
    return () -> bodies.read(exchange, max);
  }

  public Holder holder() {
    return someone().holder();
  }

  /** Whether the caller's credential still counts; an answer that goes on ends when it does not. */
  public boolean isStanding() {
    return standing.getAsBoolean();
  }

  public Optional<String> session() {
    return someone().session();
  }

  private Caller.Someone someone() {
    if (caller instanceof Caller.Someone someone) {
      return someone;
    }
    throw Refusal.unauthorized();
  }

  public Organisation organisation() {
    return holder().organisation();
  }

  public ActorId actor() {
    return holder().actor();
  }

  public Agents.Enrolled agent() {
    if (caller instanceof Caller.Agent agent) {
      return agent.enrolled();
    }
    throw Refusal.unauthorized();
  }

  /** Tells the gate that an agent was given orders, which it will have something to say about. */
  public void ordered(int orders) {
    if (caller instanceof Caller.Agent agent) {
      agent.expected().accept(orders * CALLS_FOR_AN_ORDER);
    }
  }

  /** A part of the path; what cannot be such a value does not exist. */
  public <T> T path(String name, Function<String, T> value) {
    try {
      return value.apply(exchange.pathPart(name));
    } catch (IllegalArgumentException e) {
      throw Refusal.notFound();
    }
  }

  /** A parameter of the query. */
  public <T> Optional<T> query(String name, Function<String, T> value) {
    List<String> given = exchange.query(name);
    if (given.size() > 1) {
      throw Refusal.badRequest("repeated-parameter", name + " may be given once.");
    }
    return given.stream()
        .findFirst()
        .filter(text -> !text.isEmpty())
        .map(text -> in(name, value, text));
  }

  private static <T> T in(String name, Function<String, T> value, String text) {
    try {
      return value.apply(text);
    } catch (InvalidValue e) {
      throw Refusal.invalidValue(e);
    } catch (RuntimeException e) {
      throw Refusal.badRequest("invalid-parameter", name + " is not what it should be.");
    }
  }

  public Optional<String> header(String name) {
    return exchange.header(name);
  }

  /** Every header by its lower-case name. */
  public Map<String, List<String>> headers() {
    return exchange.headers();
  }

  /** The name of the wish; one that was not named is a new one. */
  public String idempotencyKey() {
    Optional<String> key = header("Idempotency-Key");
    if (key.isPresent()
        && (key.get().isEmpty()
            || key.get().length() > KEY_LENGTH_MAX
            || !key.get().chars().allMatch(c -> c > ' ' && c < 0x7f))) {
      throw Refusal.badRequest(
          "idempotency-key-invalid", "A key has 1 to 128 visible ASCII characters.");
    }
    return key.orElseGet(secrets);
  }

  /** Ends the request when its sender's address asks oftener than it may. */
  public void paced(Pace pace) {
    pace.admit(exchange, exchange.address());
  }

  public boolean isSecure() {
    return exchange.isSecure();
  }

  /** The body, not copied; nobody else has it. */
  public byte[] content() {
    return body.get();
  }

  public Bytes octets() {
    return Bytes.of(body.get());
  }

  public boolean hasType(String type) {
    return exchange
        .header("Content-Type")
        .filter(given -> given.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(type))
        .isPresent();
  }

  /** The body as a wire record. */
  public <T> T json(Class<T> type) {
    if (!hasType("application/json")) {
      throw Refusal.of(415, "not-json", "This takes application/json.");
    }
    try {
      T value = JSON.readValue(body.get(), type);
      if (value == null) {
        throw Refusal.badRequest("invalid-json", "The body must be an object.");
      }
      return value;
    } catch (JsonMappingException e) {
      throw Refusal.badRequest("invalid-json", "The body is not as described: " + place(e) + ".");
    } catch (JsonProcessingException e) {
      throw Refusal.badRequest("invalid-json", "The body is not well-formed JSON.");
    } catch (IOException e) {
      throw Refusal.badRequest("invalid-json", "The body cannot be read.");
    }
  }

  /** Where in the body, by the names of our own records only. */
  private static String place(JsonMappingException e) {
    String fields =
        e.getPath().stream()
            .map(reference -> reference.getFieldName())
            .filter(name -> name != null && name.matches("[A-Za-z]{1,40}"))
            .reduce((one, other) -> one + "." + other)
            .orElse("");
    return fields.isEmpty() ? "see openapi.yaml" : "see '" + fields + "' in openapi.yaml";
  }
}
