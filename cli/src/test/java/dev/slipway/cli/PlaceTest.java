package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.server.Place;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaceTest {

  @TempDir private Path data;

  @Test
  void on_the_machine_of_a_first_run_the_data_folder_says_all() throws IOException {
    Files.writeString(data.resolve("address"), "127.0.0.1:7171\n");
    Files.writeString(data.resolve("token"), "secret\n");

    Place place = Place.find(Map.of(), data);

    assertThat(place.server()).isEqualTo(URI.create("http://127.0.0.1:7171"));
    assertThat(place.token()).contains("secret");
  }

  @Test
  void the_folders_token_is_never_shown_to_another_server() throws IOException {
    Files.writeString(data.resolve("token"), "secret\n");

    assertThat(Place.find(Map.of("SLIPWAY_URL", "https://other.example/"), data).token()).isEmpty();
    assertThat(Place.find(Map.of("SLIPWAY_URL", Place.DEFAULT_ADDRESS), data).token())
        .contains("secret");
  }

  @Test
  void the_variables_win() throws IOException {
    Files.writeString(data.resolve("token"), "secret\n");

    Place place =
        Place.find(Map.of("SLIPWAY_URL", "https://other.example", "SLIPWAY_TOKEN", "mine"), data);

    assertThat(place.server()).isEqualTo(URI.create("https://other.example"));
    assertThat(place.token()).contains("mine");
  }

  @Test
  void an_empty_token_is_a_mistake_and_never_the_folders() throws IOException {
    Files.writeString(data.resolve("token"), "secret\n");

    assertThatThrownBy(() -> Place.find(Map.of("SLIPWAY_TOKEN", ""), data))
        .isInstanceOf(Failure.class)
        .extracting(failure -> ((Failure) failure).sentence())
        .asString()
        .startsWith("SLIPWAY_TOKEN is set and empty.");
  }

  @Test
  void the_data_folder_is_named_or_in_the_home_folder() {
    assertThat(Place.dataFolder(Map.of("SLIPWAY_DATA", "/srv/slipway")))
        .isEqualTo(Path.of("/srv/slipway"));
    assertThat(Place.dataFolder(Map.of("HOME", "/home/ada")))
        .isEqualTo(Path.of("/home/ada/.local/share/slipway"));
  }
}
