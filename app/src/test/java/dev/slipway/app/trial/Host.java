package dev.slipway.app.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A Git host beside GitHub, and one of the ways in which it proves what it sends. */
enum Host {
  GITLAB_WITH_TOKEN("gitlab", "push.json", "Push Hook"),
  GITLAB_SIGNED("gitlab", "push.json", "Push Hook"),
  GITEA("gitea", "push-event.json", "push"),
  FORGEJO("gitea", "push-event.json", "push");

  private static final String SECRET_PREFIX = "whsec_";

  private final String kind;
  private final String push;
  private final String pushEvent;

  Host(String kind, String push, String pushEvent) {
    this.kind = kind;
    this.push = push;
    this.pushEvent = pushEvent;
  }

  /** The kind of address that it sends to. */
  String kind() {
    return kind;
  }

  String pushEvent() {
    return pushEvent;
  }

  /** The recorded push, as it would be of another repository, ref and commit. */
  String push(String repository, String ref, String sha) {
    String recorded =
        Recordings.of(kind).stream()
            .filter(one -> one.file().equals(push))
            .findFirst()
            .orElseThrow()
            .body();
    try {
      ObjectNode body = (ObjectNode) Api.JSON.readTree(recorded);
      body.put("ref", ref).put("after", sha);
      switch (this) {
        case GITLAB_WITH_TOKEN, GITLAB_SIGNED ->
            ((ObjectNode) body.get("project")).put("git_http_url", repository);
        case GITEA, FORGEJO -> ((ObjectNode) body.get("repository")).put("clone_url", repository);
      }
      return body.toString();
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  /** Sends a body with the headers that prove it; the id is the host's own of this news. */
  Api.Answer send(Api api, Api.Hook hook, String event, String body, String id) {
    Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
    switch (this) {
      case GITLAB_WITH_TOKEN -> {
        headers.put("X-Gitlab-Event", event);
        headers.put("X-Gitlab-Token", hook.secret());
        headers.put("Idempotency-Key", id);
      }
      case GITLAB_SIGNED -> {
        String time = Long.toString(InstantSource.system().instant().getEpochSecond());
        headers.put("X-Gitlab-Event", event);
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", time);
        headers.put("webhook-signature", signature(hook.secret(), id + "." + time + "." + body));
      }
      case GITEA -> {
        headers.put("X-Gitea-Event", event);
        headers.put("X-Gitea-Delivery", id);
        headers.put("X-Gitea-Signature", Api.hmac(hook.secret(), body));
        headers.put("X-Hub-Signature-256", "sha256=" + Api.hmac(hook.secret(), body));
      }
      case FORGEJO -> {
        headers.put("X-Forgejo-Event", event);
        headers.put("X-Forgejo-Delivery", id);
        headers.put("X-Forgejo-Signature", Api.hmac(hook.secret(), body));
      }
    }
    return api.send("POST", hook.path(), headers, body);
  }

  /** As Standard Webhooks sign: over id, time and body, with the key that stands in the secret. */
  private static String signature(String secret, String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
