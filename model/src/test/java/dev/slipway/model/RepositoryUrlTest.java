package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://github.com/Team/Shop.git, github.com/team/shop",
    "https://GitHub.com:443/team/shop/, github.com/team/shop",
    "https://user:secret@github.com/team/shop, github.com/team/shop",
    "git@github.com:Team/Shop.git, github.com/team/shop",
    "ssh://git@github.com:22/team/shop.git, github.com/team/shop",
    "git://github.com/team/shop.git, github.com/team/shop",
    "https://git.example:8443/team/shop, git.example:8443/team/shop",
    "file:///srv/Shop.git, /srv/Shop",
    "/srv/Shop.git/, /srv/Shop",
    "/srv/shop/.git, /srv/shop/.git",
    "/, /",
  })
  void a_place_is_where_an_address_leads_without_the_way_there(String address, String place) {
    assertThat(new RepositoryUrl(address).place()).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/team/shop, git@github.com:team/shop.git, true",
    "file:///srv/shop.git, /srv/shop, true",
    "https://github.com/team/shop, https://github.com/team/shop2, false",
    "https://github.com/team/shop, https://gitlab.com/team/shop, false",
    "https://git.example:8443/team/shop, https://git.example/team/shop, false",
    "file:///srv/shop, file:///srv/Shop, false",
  })
  void two_addresses_lead_to_one_place_or_do_not(String one, String other, boolean same) {
    assertThat(new RepositoryUrl(one).leadsToSamePlaceAs(new RepositoryUrl(other))).isEqualTo(same);
  }
}
