package dev.slipway.registry;

import static dev.slipway.registry.RegistriesTest.basic;
import static dev.slipway.registry.RegistriesTest.challenge;
import static dev.slipway.registry.RegistriesTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.registry.StrangeRegistry.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To whom a login is shown, and to whom it never is. */
class LoginsTest {

  private static final String MANIFEST = Sample.of("shop").manifest();
  private static final String AT = "GET registry.example/v2/team/shop/manifests/1.4";
  private static final String SCOPE = "scope=repository:team/shop:pull";

  private StrangeRegistry registry;

  @BeforeEach
  void open() throws IOException {
    registry = new StrangeRegistry();
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void nobody_is_shown_anything_unasked() throws Refusal {
    registry.on(AT, Answer.ok(MANIFEST));
    known().read(registry.image());
    assertThat(registry.heard()).containsExactly(AT + " as nothing");
  }

  @Test
  void the_registrys_own_tokens_are_got_with_the_login_and_the_registry_sees_the_token_alone()
      throws Refusal {
    wantsToken("registry.example");
    known().read(registry.image());
    assertThat(registry.heard())
        .containsExactly(
            AT + " as nothing",
            "GET registry.example/token?" + SCOPE + "&service=the registry as " + basic(),
            AT + " as Bearer t.o.k");
  }

  @Test
  void a_token_is_asked_for_once_for_each_thing_to_do() throws Refusal {
    wantsToken("registry.example");
    Registries registries = known();
    registries.read(registry.image());
    registries.read(registry.image());
    assertThat(registry.heard()).filteredOn(it -> it.contains("/token")).hasSize(1);
  }

  @Test
  void whoever_has_no_login_gets_the_token_for_everybody() throws Refusal {
    wantsToken("registry.example");
    registry.askedByAnybody().read(registry.image());
    assertThat(registry.heard())
        .contains("GET registry.example/token?" + SCOPE + "&service=the registry as nothing");
  }

  @Test
  void another_host_that_a_registry_names_for_tokens_is_not_even_asked() {
    wantsToken("tokens.example");
    assertThat(code(() -> known().read(registry.image()))).isEqualTo("realm-not-allowed");
    assertThat(registry.heard()).containsExactly(AT + " as nothing");
  }

  @Test
  void a_host_for_tokens_that_is_allowed_for_another_registry_is_not_for_this_one() {
    wantsToken("tokens.example");
    Registries registries =
        registry.asked(
            Map.of(registry.host(), new Login("reader", "sesame")),
            Map.of("other.example", registry.at("tokens.example")));
    assertThat(code(() -> registries.read(registry.image()))).isEqualTo("realm-not-allowed");
  }

  @Test
  void a_host_for_tokens_that_is_allowed_is_shown_the_login() throws Refusal {
    wantsToken("tokens.example");
    registry
        .asked(
            Map.of(registry.host(), new Login("reader", "sesame")),
            Map.of(registry.host(), registry.at("tokens.example")))
        .read(registry.image());
    assertThat(registry.heard())
        .contains("GET tokens.example/token?" + SCOPE + "&service=the registry as " + basic());
  }

  @Test
  void the_login_does_not_go_along_when_the_host_for_tokens_leads_elsewhere() {
    wantsToken("registry.example");
    registry.on(
        "GET registry.example/token",
        new Answer(302, Map.of("Location", "http://" + registry.at("store.example") + "/t"), ""));
    registry.on("GET store.example/t", Answer.ok("{\"token\":\"x\"}"));
    assertThat(code(() -> known().read(registry.image()))).isEqualTo("login-refused");
    assertThat(registry.heard()).contains("GET store.example/t as nothing");
  }

  @Test
  void another_registry_has_its_own_login_or_none() {
    registry.on(AT, challenge("Basic realm=\"x\""));
    Registries registries =
        registry.asked(Map.of("registry.example", new Login("reader", "sesame")), Map.of());
    assertThat(code(() -> registries.read(registry.image())))
        .as("another port is another registry")
        .isEqualTo("login-needed");
    assertThat(registry.heard()).containsExactly(AT + " as nothing");
  }

  @Test
  void user_and_password_are_shown_where_they_are_wanted() throws Refusal {
    registry.on(AT, challenge("Basic realm=\"x\"")).on(AT, basic(), Answer.ok(MANIFEST));
    known().read(registry.image());
    assertThat(registry.heard()).hasSize(2).last().isEqualTo(AT + " as " + basic());
  }

  @Test
  void a_login_that_is_not_taken_is_not_shown_again_and_again() {
    registry.on(AT, challenge("Basic realm=\"x\""));
    assertThat(code(() -> known().read(registry.image()))).isEqualTo("login-refused");
    assertThat(registry.heard()).hasSize(2);
  }

  @Test
  void tokens_and_challenges_that_are_none_are_refused() {
    for (String answer :
        List.of("", "[]", "{}", "{\"token\":7}", "{\"token\":\"\"}", "{\"token\":\"a\\r\\nb\"}")) {
      wantsToken("registry.example");
      registry.on("GET registry.example/token", Answer.ok(answer));
      assertThat(code(() -> known().read(registry.image())))
          .as(answer)
          .isEqualTo("token-malformed");
    }
    for (String header :
        List.of(
            "Negotiate", "Bearer", "Bearer realm", "Bearer service=\"x\"", "Bearer realm=\"a\"b")) {
      registry.on(AT, challenge(header));
      assertThat(code(() -> known().read(registry.image())))
          .as(header)
          .isEqualTo("login-unknown-kind");
    }
  }

  @Test
  void tokens_come_by_tls_unless_their_host_may_do_without() {
    Access access =
        new Access(Map.of(), Map.of("registry.example", "tokens.example"), Set.of("plain.example"));
    assertThat(handsOut(access, "registry.example", "https://registry.example/token")).isTrue();
    assertThat(handsOut(access, "registry.example", "https://tokens.example/token")).isTrue();
    assertThat(handsOut(access, "registry.example", "http://registry.example/token")).isFalse();
    assertThat(handsOut(access, "registry.example", "https://registry.example:444/token"))
        .isFalse();
    assertThat(handsOut(access, "registry.example", "https://registry.example@evil.example/"))
        .isFalse();
    assertThat(handsOut(access, "registry.example", "https://evil.example/")).isFalse();
    assertThat(handsOut(access, "registry.example", "//registry.example/token")).isFalse();
    assertThat(handsOut(access, "plain.example", "http://plain.example/token")).isTrue();
    assertThat(handsOut(access, "plain.example", "ftp://plain.example/token")).isFalse();
  }

  @Test
  void the_file_of_container_tools_is_read() throws Refusal {
    String file =
        """
        {"auths": {"registry.example": {"auth": "cmVhZGVyOnNlczphbWU="},
                   "https://other.example/v1/": {"auth": "cmVhZGVyOng="},
                   "kept-elsewhere.example": {}},
         "credsStore": "somewhere"}
        """;
    assertThat(AuthFile.parse(file))
        .isEqualTo(
            Map.of(
                "registry.example", new Login("reader", "ses:ame"),
                "other.example", new Login("reader", "x")));
    assertThat(AuthFile.parse("{}")).isEmpty();
    for (String bad :
        List.of(
            "",
            "[]",
            "{\"auths\":{\"a\":{\"auth\":\"?\"}}}",
            "{\"auths\":{\"a\":{\"auth\":\"eA==\"}}}")) {
      assertThat(code(() -> AuthFile.parse(bad))).isEqualTo("auth-file-malformed");
    }
    assertThat(new Login("reader", "sesame")).asString().doesNotContain("sesame");
  }

  private static boolean handsOut(Access access, String registry, String realm) {
    return access.mayHandOutTokens(registry, URI.create(realm));
  }

  private void wantsToken(String host) {
    String realm = "http://" + registry.at(host) + "/token";
    registry
        .on(AT, challenge("Bearer realm=\"" + realm + "\",service=\"the registry\",scope=\"all\""))
        .on(AT, "Bearer t.o.k", Answer.ok(MANIFEST))
        .on("GET " + host + "/token", Answer.ok("{\"token\":\"t.o.k\",\"expires_in\":60}"));
  }

  private Registries known() {
    return registry.asked(Map.of(registry.host(), new Login("reader", "sesame")), Map.of());
  }
}
