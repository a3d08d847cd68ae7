package dev.slipway.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.PublicKey;
import dev.slipway.model.SealedName;
import dev.slipway.model.SecretName;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sealing and wrapping, against published vectors where there are any. */
class SealedSecretsTest {

  private static final EnvironmentKeyPair KEY = EnvironmentKeyPair.of(filled(7));
  private static final EnvironmentKeyPair OTHER = EnvironmentKeyPair.of(filled(8));
  private static final SealedName NAME = name("main", "staging", "db-password", 3);
  private static final byte[] VALUE = "hunter2 / é".getBytes(StandardCharsets.UTF_8);

  private static final SigningKey OLD = SigningKey.of(filled(1));
  private static final SigningKey NEW = SigningKey.of(filled(2));
  private static final SigningKey STRANGER = SigningKey.of(filled(3));
  private static final AgentCertificate NEWCOMER = certificate("main", "staging", "agent-2", NEW);

  private static byte[] filled(int number) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static SealedName name(String organisation, String environment, String secret, int at) {
    return new SealedName(
        new Organisation(organisation),
        new EnvironmentName(environment),
        new SecretName(secret),
        at);
  }

  private static AgentCertificate certificate(
      String organisation, String environment, String agent, SigningKey key) {
    return new AgentCertificate(
        new Organisation(organisation),
        new ActorId(agent),
        new TargetId(new EnvironmentName(environment), new TargetName("edge")),
        key.publicKey());
  }

  private static Bytes changed(Bytes bytes, int at, int bit) {
    byte[] changed = bytes.toArray();
    changed[at] ^= (byte) (1 << bit);
    return Bytes.of(changed);
  }

  /** RFC 7748, section 6.1: Alice. */
  @Test
  void a_public_half_is_that_of_rfc_7748() {
    EnvironmentKeyPair alice =
        EnvironmentKeyPair.of(
            hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));

    assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(alice.publicKey().base64())))
        .isEqualTo("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    assertThat(alice).asString().contains(alice.publicKey().base64()).doesNotContain("77076d0a");
    assertThat(EnvironmentKeyPair.of(alice.privateBytes()).publicKey())
        .isEqualTo(alice.publicKey());
  }

  /** RFC 9180, appendix A.2.1.1, sequence number 0. */
  @Test
  void what_is_sealed_opens_as_rfc_9180_says() {
    byte[] sealed =
        hex(
            "01"
                + "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"
                + "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db"
                + "21993c62ce81883d2dd1b51a28");
    byte[] own = hex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb");

    assertThat(Hybrid.open(sealed, own, "Ode on a Grecian Urn", "Count-0"))
        .hasValueSatisfying(
            opened -> assertThat(opened).asString().isEqualTo("Beauty is truth, truth beauty"));
    assertThat(Hybrid.open(sealed, own, "Ode on a Grecian Urn", "Count-1")).isEmpty();
  }

  /** A pair of libsodium's tests of the same conversion. */
  @Test
  void an_agents_receiving_key_is_its_signing_key_in_the_other_form() {
    SigningKey key =
        SigningKey.of(hex("421151a459faeade3d247115f94aedae42318124095afabe4d1451a559faedee"));

    assertThat(ReceivingKeys.of(key.publicKey()))
        .hasValueSatisfying(half ->
            assertThat(half)
                .isEqualTo(
                    hex("f1814f0e8ff1043d8a44d25babff3cedcae6c22c3edaa48f857ae70de2baae50")));
    for (int number = 0; number < 50; number++) {
      SigningKey drawn = SigningKey.of(filled(number));
      EnvironmentKeyPair pair = EnvironmentKeyPair.of(ReceivingKeys.of(drawn));
      assertThat(ReceivingKeys.of(drawn.publicKey()))
          .hasValueSatisfying(half ->
              assertThat(Base64.getEncoder().encodeToString(half))
                  .isEqualTo(pair.publicKey().base64()));
    }
  }

  @Test
  void a_value_comes_out_as_it_went_in_and_is_sealed_differently_each_time() {
    Bytes sealed = SealedSecrets.seal(KEY.publicKey(), NAME, VALUE);

    assertThat(SealedSecrets.open(KEY, NAME, sealed)).contains(VALUE);
    assertThat(SealedSecrets.seal(KEY.publicKey(), NAME, VALUE)).isNotEqualTo(sealed);
    assertThat(sealed.size()).isEqualTo(1 + 32 + VALUE.length + 16);
  }

  @Test
  void a_value_opens_with_no_other_key_and_as_no_other_secret() {
    Bytes sealed = SealedSecrets.seal(KEY.publicKey(), NAME, VALUE);

    assertThat(SealedSecrets.open(OTHER, NAME, sealed)).isEmpty();
    for (SealedName elsewhere :
        List.of(
            name("other", "staging", "db-password", 3),
            name("main", "production", "db-password", 3),
            name("main", "staging", "api-key", 3),
            name("main", "staging", "db-password", 4))) {
      assertThat(SealedSecrets.open(KEY, elsewhere, sealed)).isEmpty();
    }
  }

  @Test
  void a_value_that_was_changed_anywhere_does_not_open() {
    Bytes sealed = SealedSecrets.seal(KEY.publicKey(), NAME, VALUE);

    for (int at = 0; at < sealed.size(); at++) {
      for (int bit = 0; bit < 8; bit++) {
        // The highest bit of an X25519 key is no part of it, and the key agreed on binds it.
        assertThat(SealedSecrets.open(KEY, NAME, changed(sealed, at, bit)))
            .as("bit %d of byte %d", bit, at)
            .isEmpty();
      }
    }
    for (int length = 0; length < sealed.size(); length++) {
      byte[] cut = Arrays.copyOf(sealed.toArray(), length);
      assertThat(SealedSecrets.open(KEY, NAME, Bytes.of(cut))).isEmpty();
    }
  }

  @Test
  void nothing_is_sealed_to_what_is_no_key() {
    EnvironmentKey zero = new EnvironmentKey(Base64.getEncoder().encodeToString(filled(0)));

    assertThatThrownBy(() -> SealedSecrets.seal(zero, NAME, VALUE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SealedSecrets.seal(new EnvironmentKey("!".repeat(44)), NAME, VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_newcomer_unwraps_the_key_that_an_agent_wrapped_for_it() {
    Bytes wrapped = WrappedKeys.wrap(KEY, OLD, NEWCOMER).orElseThrow();

    assertThat(WrappedKeys.unwrap(wrapped, NEW, NEWCOMER, OLD.publicKey()))
        .map(EnvironmentKeyPair::publicKey)
        .contains(KEY.publicKey());
  }

  @Test
  void a_wrapped_key_is_for_one_agent_from_one_agent() {
    Bytes wrapped = WrappedKeys.wrap(KEY, OLD, NEWCOMER).orElseThrow();

    assertThat(WrappedKeys.unwrap(wrapped, STRANGER, NEWCOMER, OLD.publicKey())).isEmpty();
    assertThat(WrappedKeys.unwrap(wrapped, NEW, NEWCOMER, STRANGER.publicKey())).isEmpty();
    for (AgentCertificate elsewhere :
        List.of(
            certificate("other", "staging", "agent-2", NEW),
            certificate("main", "production", "agent-2", NEW),
            certificate("main", "staging", "agent-3", NEW),
            certificate("main", "staging", "agent-2", STRANGER))) {
      assertThat(WrappedKeys.unwrap(wrapped, NEW, elsewhere, OLD.publicKey())).isEmpty();
    }
    for (int at = 0; at < wrapped.size(); at++) {
      assertThat(WrappedKeys.unwrap(changed(wrapped, at, 0), NEW, NEWCOMER, OLD.publicKey()))
          .isEmpty();
    }
    AgentCertificate none =
        new AgentCertificate(
            NEWCOMER.organisation(),
            NEWCOMER.agent(),
            NEWCOMER.target(),
            new PublicKey("!".repeat(44)));
    assertThat(WrappedKeys.wrap(KEY, OLD, none)).isEmpty();
  }

  @Test
  void an_agent_is_certified_by_the_root_alone() {
    Bytes certificate = Certificates.issue(OLD, NEWCOMER);

    assertThat(Certificates.verifyAgent(OLD.publicKey(), certificate)).contains(NEWCOMER);
    assertThat(Certificates.verifyAgent(STRANGER.publicKey(), certificate)).isEmpty();
    assertThat(Certificates.verify(OLD.publicKey(), certificate)).isEmpty();
    assertThat(Certificates.verifyAgent(OLD.publicKey(), Bytes.ofUtf8("{}"))).isEmpty();
  }
}
