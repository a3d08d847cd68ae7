package dev.slipway.registry;

import dev.slipway.outbound.Answer;
import dev.slipway.outbound.Answer.Answered;
import dev.slipway.outbound.Call;
import dev.slipway.outbound.Outbound;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Calls a registry as whoever asks. It shows no credential before it is asked for one, gets one
 * token for each thing to do, and shows each to the registry that it is for alone. Used by one
 * thread.
 */
final class Entrance {

  private static final int UNAUTHORIZED = 401;
  private static final int OK = 200;
  private static final int TOKEN_LENGTH_MAX = 4000;
  private static final String AUTHENTICATE = "www-authenticate";

  private final Outbound outbound;
  private final Access access;

  /** What was shown last and let in, by host and scope. */
  private final Map<List<String>, String> shown = new HashMap<>();

  Entrance(Outbound outbound, Access access) {
    this.outbound = outbound;
    this.access = access;
  }

  String root(String host) {
    return access.root(host);
  }

  Answered ask(String host, Scope scope, Call call) throws Refusal {
    return ask(host, scope, call, outbound::call);
  }

  /** Asks for what goes into a file. */
  Answered fetch(String host, Scope scope, Call call, Path into, long bytesMax) throws Refusal {
    return ask(host, scope, call, it -> outbound.fetch(it, into, bytesMax));
  }

  /**
   * @param way how the call is made; it may be made twice, as whoever is not known is asked who it
   *     is
   */
  private Answered ask(String host, Scope scope, Call call, Function<Call, Answer> way)
      throws Refusal {
    List<String> key = List.of(host, String.join(" ", scope.grants()));
    Answered first = answered(host, way.apply(as(call, Optional.ofNullable(shown.get(key)))));
    if (first.status() != UNAUTHORIZED) {
      return first;
    }
    String authorization = authorization(host, scope, first);
    Answered second = answered(host, way.apply(as(call, Optional.of(authorization))));
    if (second.status() == UNAUTHORIZED) {
      throw new Refusal(
          "login-refused",
          "%s does not take the login for it; log in again with your container tool, or give another --auth-file."
              .formatted(host));
    }
    shown.put(key, authorization);
    return second;
  }

  private static Call as(Call call, Optional<String> authorization) {
    Map<String, String> headers = new TreeMap<>(call.headers());
    authorization.ifPresent(it -> headers.put("Authorization", it));
    Set<String> wanted = new HashSet<>(call.wanted());
    wanted.add(AUTHENTICATE);
    return call.with(headers).wanting(wanted);
  }

  private String authorization(String host, Scope scope, Answered answer) throws Refusal {
    return switch (Challenge.of(answer.headers().getOrDefault(AUTHENTICATE, List.of()))) {
      case Challenge.Bearer bearer -> "Bearer " + token(host, scope, bearer);
      case Challenge.Basic _ -> login(host).basic();
      case Challenge.Unknown _ ->
          throw new Refusal(
              "login-unknown-kind",
              host
                  + " wants a login of a kind that is not known here; it has to be Bearer or Basic.");
    };
  }

  private Login login(String host) throws Refusal {
    return access
        .login(host)
        .orElseThrow(() ->
            new Refusal(
                "login-needed",
                "%s wants a login, and there is none for it; log in with your container tool and name its file with --auth-file."
                    .formatted(host)));
  }

  private String token(String host, Scope scope, Challenge.Bearer bearer) throws Refusal {
    URI realm = realm(host, bearer.realm());
    StringBuilder question = new StringBuilder(bearer.realm());
    char next = realm.getRawQuery() == null ? '?' : '&';
    for (String grant : scope.grants()) {
      question.append(next).append("scope=").append(encoded(grant));
      next = '&';
    }
    bearer.service().ifPresent(service -> question.append("&service=").append(encoded(service)));
    Map<String, String> headers = new TreeMap<>(Map.of("Accept", "application/json"));
    access.login(host).ifPresent(login -> headers.put("Authorization", login.basic()));
    Answered answer = answered(host, outbound.call(Call.get(question.toString(), headers)));
    if (answer.status() != OK) {
      throw new Refusal(
          "login-refused",
          "Whoever hands out tokens for %s answered %d; log in again with your container tool, or give another --auth-file."
              .formatted(host, answer.status()));
    }
    return token(host, answer.body());
  }

  private static String token(String host, String body) throws Refusal {
    var answer =
        Json.object(
            body, "token-malformed", "What hands out tokens for " + host + " answers with what");
    String named = Json.string(answer.path("token"));
    String token = named.isEmpty() ? Json.string(answer.path("access_token")) : named;
    if (!token.matches("[A-Za-z0-9._~+/=-]{1," + TOKEN_LENGTH_MAX + "}")) {
      throw new Refusal(
          "token-malformed", "What hands out tokens for " + host + " gives none that can be used.");
    }
    return token;
  }

  /** A credential is for its registry; an address that somebody names there is somebody else's. */
  private URI realm(String host, String named) throws Refusal {
    try {
      URI realm = new URI(named);
      if (realm.getRawFragment() == null && access.mayHandOutTokens(host, realm)) {
        return realm;
      }
    } catch (URISyntaxException none) {
      throw new Refusal("realm-malformed", host + " names no address where its tokens are.");
    }
    throw new Refusal(
        "realm-not-allowed",
        "%s sends whoever asks to '%s' for a token, which is another host or not by TLS. If that is right, allow it: --realm %s=HOST."
            .formatted(host, named, host));
  }

  /** Not every server reads a plus as the blank that it stands for in forms. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Answered answered(String host, Answer answer) throws Refusal {
    return switch (answer) {
      case Answered answered -> answered;
      case Answer.Refused refused ->
          throw new Refusal(refused.code(), host + ": " + refused.sentence());
      case Answer.Failed failed ->
          throw new Refusal("registry-unreachable", host + ": " + failed.sentence());
    };
  }
}
