package dev.slipway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What GitHub's issuer of tokens is to those who ask it, on this machine: it says where its keys
 * lie, publishes them, changes them, and signs for a run that asks with what the run was given.
 * Whatever is asked in a way that GitHub would not answer is a fault.
 */
public final class IssuerStandIn implements AutoCloseable {

  /** What lets a run ask. */
  public static final String REQUEST_TOKEN = "run-may-ask-for-its-token";

  /** The number of the repository that it signs for unless told otherwise. */
  public static final String REPOSITORY = "1296269";

  private final HttpServer server;
  private final List<JWK> keys = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final Map<String, Object> claims = new ConcurrentHashMap<>();
  private volatile boolean silent;

  private IssuerStandIn(HttpServer server) {
    this.server = server;
  }

  /** One with a key of either kind. */
  public static IssuerStandIn start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      IssuerStandIn issuer = new IssuerStandIn(server);
      issuer.rotate("first");
      server.createContext("/", issuer::hear);
      server.start();
      return issuer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What tokens call it. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Where a run asks for its token, as it is told. */
  public String requestUrl() {
    return address() + "/run?api-version=2.0";
  }

  /** Signs with other keys from now on, and publishes none of the earlier ones. */
  public synchronized void rotate(String name) {
    try {
      keys.clear();
      keys.add(new RSAKeyGenerator(2048).keyID(name).algorithm(JWSAlgorithm.RS256).generate());
      keys.add(new ECKeyGenerator(Curve.P_256).keyID(name + "-ec").generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers nothing from now on. */
  public void fallSilent() {
    silent = true;
  }

  /** Says this in the tokens of runs that ask. */
  public void say(String claim, Object value) {
    claims.put(claim, value);
  }

  /** How often its keys were fetched. */
  public int fetches() {
    return asked.getOrDefault("/keys", 0);
  }

  /** What was asked in a way that nobody should ask. */
  public synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  synchronized RSAKey rsa() {
    return (RSAKey) keys.getFirst();
  }

  synchronized ECKey ec() {
    return (ECKey) keys.getLast();
  }

  /** What GitHub says of a push to the default branch. */
  JWTClaimsSet.Builder pushed(String audience) {
    Instant now = InstantSource.system().instant();
    JWTClaimsSet.Builder said =
        new JWTClaimsSet.Builder()
            .issuer(address())
            .audience(audience)
            .subject("repo:acme/shop:ref:refs/heads/main")
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("repository", "acme/shop")
            .claim("repository_id", REPOSITORY)
            .claim("repository_owner", "acme")
            .claim("ref", "refs/heads/main")
            .claim("ref_type", "branch")
            .claim("event_name", "push")
            .claim("run_id", "123")
            .claim("run_attempt", "1")
            .claim("workflow_ref", "acme/shop/.github/workflows/ship.yml@refs/heads/main");
    claims.forEach(said::claim);
    return said;
  }

  /** The token of a run that a push started, as GitHub makes it. */
  public String token(String audience) {
    return signed(pushed(audience).build());
  }

  String signed(JWTClaimsSet said) {
    return signed(header(), said, rsaSigner());
  }

  JWSHeader.Builder headers() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256)
        .type(JOSEObjectType.JWT)
        .keyID(rsa().getKeyID());
  }

  JWSHeader header() {
    return headers().build();
  }

  JWSSigner rsaSigner() {
    try {
      return new RSASSASigner(rsa());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  JWSSigner ecSigner() {
    try {
      return new ECDSASigner(ec());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String signed(JWSHeader header, JWTClaimsSet said, JWSSigner signer) {
    try {
      SignedJWT token = new SignedJWT(header, said);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void hear(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.merge(path, 1, Integer::sum);
    try (exchange) {
      if (silent) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      String answer =
          switch (path) {
            case "/.well-known/openid-configuration" -> discovery();
            case "/keys" -> published();
            case "/run" -> run(exchange);
            default -> fault("nobody asks for " + path);
          };
      byte[] bytes = answer.getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.isEmpty() ? 400 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String discovery() {
    return """
    {"issuer":"%1$s","jwks_uri":"%1$s/keys","subject_types_supported":["public"],\
    "response_types_supported":["id_token"],\
    "id_token_signing_alg_values_supported":["RS256","ES256"],"scopes_supported":["openid"]}\
    """
        .formatted(address());
  }

  private synchronized String published() {
    return new JWKSet(keys).toPublicJWKSet().toString();
  }

  private String run(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    String audience =
        query.startsWith("api-version=2.0&audience=")
            ? URLDecoder.decode(query.substring("api-version=2.0&audience=".length()), UTF_8)
            : "";
    boolean may =
        ("Bearer " + REQUEST_TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!may || audience.isEmpty()) {
      return fault("a run asks with its token and an audience: " + query);
    }
    return "{\"count\":1,\"value\":\"" + signed(pushed(audience).build()) + "\"}";
  }

  private synchronized String fault(String what) {
    faults.add(what);
    return "";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
