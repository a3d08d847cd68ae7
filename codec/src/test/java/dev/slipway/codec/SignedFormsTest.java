package dev.slipway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.shape.Json;
import dev.slipway.codec.shape.JsonText;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.PublicKey;
import dev.slipway.model.entry.KeyCertified;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Keys, envelopes, certificates, trees and heads, against published vectors where there are any.
 */
class SignedFormsTest {

  /** RFC 8032, section 7.1, test 2. */
  private static final SigningKey RFC =
      SigningKey.of(
          HexFormat.of()
              .parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

  private static final SigningKey OTHER = SigningKey.of(new byte[32]);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_signature_is_that_of_rfc_8032() {
    byte[] signature = RFC.sign(new byte[] {0x72});

    assertThat(HexFormat.of().formatHex(signature))
        .isEqualTo(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    assertThat(Signatures.verify(RFC.publicKey(), new byte[] {0x72}, signature)).isTrue();
    assertThat(Signatures.verify(RFC.publicKey(), new byte[] {0x73}, signature)).isFalse();
    assertThat(Signatures.verify(OTHER.publicKey(), new byte[] {0x72}, signature)).isFalse();
    assertThat(Signatures.verify(RFC.publicKey(), new byte[] {0x72}, new byte[3])).isFalse();
    assertThat(Signatures.verify(new PublicKey("!".repeat(44)), new byte[] {0x72}, signature))
        .isFalse();
  }

  @Test
  void what_is_signed_is_the_encoding_of_the_dsse_specification() {
    assertThat(
            new String(
                Envelope.signedBytes("http://example.com/HelloWorld", bytes("hello world")),
                StandardCharsets.UTF_8))
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  }

  @Test
  void an_order_comes_out_as_it_went_in_for_a_trusted_key_only() {
    Bytes envelope = OrderCodec.sign(Samples.ORDER, RFC);

    assertThat(OrderCodec.open(envelope, id -> Optional.of(RFC.publicKey())))
        .isEqualTo(new Opened.Genuine(Samples.ORDER));
    assertThat(OrderCodec.open(envelope, id -> Optional.of(OTHER.publicKey())))
        .isInstanceOf(Opened.Forged.class);
    assertThat(OrderCodec.open(envelope, id -> Optional.empty())).isInstanceOf(Opened.Forged.class);
  }

  @Test
  void a_certificate_is_no_order() {
    Bytes certificate = Certificates.issue(RFC, OTHER.publicKey(), KeyCertified.Purpose.ORDERS);

    assertThat(OrderCodec.open(certificate, id -> Optional.of(RFC.publicKey())))
        .isInstanceOfSatisfying(
            Opened.Forged.class,
            forged -> assertThat(forged.because().code()).isEqualTo("not-an-order"));
  }

  @Test
  void a_certificate_is_the_roots_word() {
    Bytes certificate = Certificates.issue(RFC, OTHER.publicKey(), KeyCertified.Purpose.ORDERS);

    assertThat(Certificates.verify(RFC.publicKey(), certificate))
        .contains(new Certificate(OTHER.keyId(), OTHER.publicKey(), KeyCertified.Purpose.ORDERS));
    assertThat(Certificates.verify(OTHER.publicKey(), certificate)).isEmpty();
    assertThat(Certificates.verify(RFC.publicKey(), Bytes.ofUtf8("{}"))).isEmpty();
  }

  @Test
  void a_head_is_a_signed_note_that_any_change_undoes() {
    Digest root = Digest.ofHex("ab".repeat(32));
    Checkpoint head = new Checkpoint("slipway.test/main", 42, root);
    String note = Checkpoints.sign(head, "slipway.test/main", RFC);

    assertThat(note.lines().toList())
        .hasSize(5)
        .startsWith("slipway.test/main", "42", "q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=", "");
    assertThat(Checkpoints.open(note, "slipway.test/main", RFC.publicKey())).contains(head);
    assertThat(Checkpoints.open(note, "slipway.test/main", OTHER.publicKey())).isEmpty();
    assertThat(Checkpoints.open(note, "another", RFC.publicKey())).isEmpty();
    assertThat(
            Checkpoints.open(
                note.replace("\n42\n", "\n43\n"), "slipway.test/main", RFC.publicKey()))
        .isEmpty();
    assertThat(Checkpoints.open("", "slipway.test/main", RFC.publicKey())).isEmpty();
  }

  /** The roots of certificate transparency's reference tests for one to eight leaves. */
  @Test
  void the_tree_is_that_of_rfc_9162() {
    List<String> leaves =
        Arrays.asList(
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");
    List<String> roots =
        List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    Frontier frontier = new Frontier();
    assertThat(frontier.root().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (int i = 0; i < leaves.size(); i++) {
      frontier.add(Leaf.raw(HexFormat.of().parseHex(leaves.get(i))));
      assertThat(frontier.root().hex()).isEqualTo(roots.get(i));
    }
  }

  @Test
  void identities_are_stable_and_tell_causes_apart() {
    assertThat(
            Identities.shipment(
                Samples.SHOP, Samples.TRIGGER, Samples.REPOSITORY, Samples.BRANCH, 1))
        .isNotEqualTo(
            Identities.shipment(
                Samples.SHOP, Samples.TRIGGER, Samples.REPOSITORY, Samples.BRANCH, 2));
    assertThat(Identities.shipment(Samples.ALICE, "key").value()).matches("s-[0-9a-f]{16}");
    assertThat(Identities.shipment(Samples.SHOP, Samples.TRIGGER, "a", "bc"))
        .isNotEqualTo(Identities.shipment(Samples.SHOP, Samples.TRIGGER, "ab", "c"));
    assertThat(Identities.delivery(Samples.STATE, Samples.STAGING).value())
        .isNotEqualTo(Identities.orderBody(Samples.ORDER.body()).value());
  }

  @Test
  void upcasters_lift_step_by_step_to_todays_version() {
    Upcasters history = new Upcasters(List.of(rename(1, "a", "b"), rename(2, "b", "c")));
    Json old = JsonText.read("{\"a\":1}", 100);

    assertThat(history.versionOf("thing")).isEqualTo(3);
    assertThat(history.lift("thing", 1, old)).isEqualTo(JsonText.read("{\"c\":1}", 100));
    assertThat(history.versionOf("another")).isEqualTo(1);
  }

  private static Upcaster rename(int from, String before, String after) {
    return new Upcaster() {
      @Override
      public String type() {
        return "thing";
      }

      @Override
      public int from() {
        return from;
      }

      @Override
      public Json lift(Json payload) {
        Map<String, Json> lifted = new HashMap<>(((Json.Members) payload).values());
        lifted.put(after, lifted.remove(before));
        return new Json.Members(lifted);
      }
    };
  }
}
