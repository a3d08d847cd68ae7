package dev.slipway.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are everybody's, and how the inside is listed. */
class AddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.8.8.8",
        "169.254.169.254",
        "172.31.0.1",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.19.0.1",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:808:808::",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void an_address_that_is_not_everybodys_is_not_reached(String address)
      throws UnknownHostException {
    assertThat(Addresses.isEverybodys(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:4700::1", "64:ff9b::808:808"})
  void an_address_that_is_everybodys_may_be_reached(String address) throws UnknownHostException {
    assertThat(Addresses.isEverybodys(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void a_list_of_what_is_inside_is_read_or_refused_by_name() {
    assertThat(Reach.of(List.of("Hooks.example", "10.0.0.0/8", "fd00::/8")).hosts())
        .isEqualTo(Set.of("hooks.example"));
    for (String bad : List.of("10.0.0.0/33", "http://hooks.example", "0x7f.1", "*", "a b", "")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Reach.of(List.of(bad)));
    }
  }
}
