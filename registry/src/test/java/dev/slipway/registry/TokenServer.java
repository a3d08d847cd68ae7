package dev.slipway.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Hands out tokens that a real registry believes: to one login for whatever it asks, and to nobody
 * else.
 */
final class TokenServer implements AutoCloseable {

  private static final String PASSWORD = "of-this-test";
  private static final String NAME = "tokens";

  private final HttpServer server;
  private final Login known;
  private final PrivateKey key;
  private final Certificate certificate;
  private final List<String> scopes = new CopyOnWriteArrayList<>();

  private TokenServer(HttpServer server, Login known, PrivateKey key, Certificate certificate) {
    this.server = server;
    this.known = known;
    this.key = key;
    this.certificate = certificate;
  }

  static TokenServer open(Path folder, Login known)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                NAME,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=tokens",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool makes no key");
    }
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    TokenServer tokens =
        new TokenServer(
            server,
            known,
            (PrivateKey) keys.getKey(NAME, PASSWORD.toCharArray()),
            keys.getCertificate(NAME));
    server.createContext("/token", tokens::handOut);
    server.start();
    return tokens;
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** What tokens were asked for. */
  List<String> scopes() {
    return List.copyOf(scopes);
  }

  /** What a registry has to be told so that it believes these tokens. */
  String settings(Path folder) throws IOException, GeneralSecurityException {
    Path pem =
        Files.writeString(
            folder.resolve("tokens.pem"),
            "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n");
    return "auth: {token: {realm: 'http://%s/token', service: here, issuer: %s, rootcertbundle: '%s'}}"
        .formatted(host(), NAME, pem);
  }

  private void handOut(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    List<String> asked =
        List.of(query.split("&", -1)).stream()
            .filter(one -> one.startsWith("scope="))
            .map(one -> URLDecoder.decode(one.substring(6), StandardCharsets.UTF_8))
            .toList();
    scopes.addAll(asked);
    boolean isKnown =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
            .filter(known.basic()::equals)
            .isPresent();
    byte[] answer =
        ("{\"token\":\"" + token(isKnown ? asked : List.of()) + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String token(List<String> scopes) {
    try {
      String header =
          "{\"typ\":\"JWT\",\"alg\":\"ES256\",\"x5c\":[\"%s\"]}"
              .formatted(Base64.getEncoder().encodeToString(certificate.getEncoded()));
      Instant now = InstantSource.system().instant();
      String claims =
          "{\"iss\":\"%s\",\"sub\":\"reader\",\"aud\":\"here\",\"exp\":%d,\"nbf\":%d,\"iat\":%d,\"jti\":\"1\",\"access\":[%s]}"
              .formatted(
                  NAME,
                  now.plusSeconds(60).getEpochSecond(),
                  now.minusSeconds(60).getEpochSecond(),
                  now.getEpochSecond(),
                  String.join(",", scopes.stream().map(TokenServer::access).toList()));
      String signed =
          encoded(header.getBytes(StandardCharsets.UTF_8))
              + "."
              + encoded(claims.getBytes(StandardCharsets.UTF_8));
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.UTF_8));
      return signed + "." + encoded(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A scope such as {@code repository:team/shop:pull,push} as a claim. */
  private static String access(String scope) {
    String[] parts = scope.split(":", -1);
    return "{\"type\":\"%s\",\"name\":\"%s\",\"actions\":[\"%s\"]}"
        .formatted(parts[0], parts[1], parts[2].replace(",", "\",\""));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
