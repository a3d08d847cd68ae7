package dev.slipway.registry.rebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.model.Digest;
import dev.slipway.registry.Blobs;
import dev.slipway.registry.Digests;
import dev.slipway.registry.Gate;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.Layer;
import dev.slipway.registry.Manifest;
import dev.slipway.registry.RealRegistry;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebase through a real registry, with a gate before it that sees each question. */
class RebasingTest {

  @TempDir private Path folder;
  private Workbench bench;
  private RealRegistry registry;
  private Gate gate;
  private Digest pushed;

  @BeforeEach
  void open() throws IOException {
    bench = Workbench.in(folder);
    registry = bench.registry();
    gate = bench.gate();
    pushed = bench.pushed();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void the_base_is_mounted_and_no_layer_of_the_image_is_read_or_written() throws Refusal {
    Report report = rebase(wish());
    assertThat(report.outcome()).isEqualTo(Report.Outcome.WRITTEN);
    assertThat(report.image().digest()).contains(pushed);
    assertThat(report.layersKept()).isEqualTo(2);
    assertThat(report.ways()).isEqualTo(Map.of(Blobs.Way.MOUNTED, 3));
    assertThat(report.compared()).isTrue();
    for (String layer : new String[] {"launcher", "shop", "system 1", "libraries 1"}) {
      assertThat(gate.asked())
          .as("nobody asks for '%s'", layer)
          .noneMatch(it -> it.contains(new Layer(layer).digest().hex()));
    }
    assertThat(gate.asked())
        .filteredOn(it -> it.startsWith("GET") && it.contains("/blobs/"))
        .as("three configurations are read, and nothing else")
        .hasSize(3);
  }

  @Test
  void another_tool_finds_the_new_image_whole() throws Exception {
    Report report = rebase(wish());
    Path out = folder.resolve("copied");
    Process skopeo =
        new ProcessBuilder(
                "skopeo",
                "copy",
                "--src-tls-verify=false",
                "docker://" + registry.host() + "/team/shop:1.4",
                "dir:" + out)
            .redirectErrorStream(true)
            .start();
    String said = new String(skopeo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(skopeo.waitFor()).as(said).isZero();
    byte[] manifest = Files.readAllBytes(out.resolve("manifest.json"));
    assertThat(Digests.of(manifest)).isEqualTo(report.result().digest().orElseThrow());
    for (String layer : new String[] {"system 2", "libraries 2", "more 2", "launcher", "shop"}) {
      assertThat(out.resolve(new Layer(layer).digest().hex())).exists();
    }
  }

  @Test
  void nothing_is_written_in_a_dry_run_and_the_digest_is_the_one_that_it_gets() throws Refusal {
    Report dry = rebase(new Wish(wish()).dry());
    assertThat(dry.outcome()).isEqualTo(Report.Outcome.WOULD_WRITE);
    assertThat(gate.asked()).allMatch(it -> it.startsWith("GET") || it.startsWith("HEAD"));
    assertThat(rebase(wish()).result()).isEqualTo(dry.result());
  }

  @Test
  void the_second_time_there_is_nothing_to_do() throws Refusal {
    Report first = rebase(wish());
    int asked = gate.asked().size();
    Report second = rebase(wish());
    assertThat(second.outcome()).isEqualTo(Report.Outcome.UP_TO_DATE);
    assertThat(second.result()).isEqualTo(first.result());
    assertThat(gate.asked().subList(asked, gate.asked().size()))
        .allMatch(it -> it.startsWith("GET") || it.startsWith("HEAD"));
  }

  @Test
  void the_tag_stays_where_it_is_when_the_new_image_gets_one_of_its_own() throws Refusal {
    Report report = rebase(new Wish(wish()).to("1.4-base2"));
    assertThat(bench.resolve("1.4")).contains(pushed);
    assertThat(bench.resolve("1.4-base2")).isEqualTo(report.result().digest());
  }

  @Test
  void a_tag_that_moves_meanwhile_is_left_as_it_is() {
    gate.justBefore("POST", () -> registry.push("team/shop", "1.4", Sample.of("pushed meanwhile")));
    assertThat(refusal(wish()).code()).isEqualTo("tag-moved");
    assertThat(bench.resolve("1.4")).contains(Bases.digest(Sample.of("pushed meanwhile")));
  }

  @Test
  void a_base_that_the_image_does_not_name_is_refused_before_anything_is_written() {
    registry.push("other/run", "1", Bases.after());
    Rebasing.Wish wish =
        new Rebasing.Wish(
            bench.name("team/shop:1.4"), bench.name("other/run:1"), Optional.empty(), false, false);
    assertThat(refusal(wish).code()).isEqualTo("base-not-named");
    assertThat(gate.asked()).allMatch(it -> it.startsWith("GET") || it.startsWith("HEAD"));
    assertThat(bench.resolve("1.4")).contains(pushed);
  }

  @Test
  void a_base_of_another_registry_is_copied() throws Refusal {
    try (RealRegistry other = RealRegistry.open(folder.resolve("other"))) {
      other.push("base/run", "13.2", Bases.after());
      ImageName base = ImageName.parse(other.host() + "/base/run:13.2");
      Report report =
          new Rebasing(bench.asking().anybody(gate.host(), other.host()), folder)
              .carryOut(
                  new Rebasing.Wish(
                      bench.name("team/shop:1.4"), base, Optional.empty(), true, false));
      assertThat(report.ways()).isEqualTo(Map.of(Blobs.Way.COPIED, 3));
      assertThat(bench.resolve("1.4")).isEqualTo(report.result().digest());
    }
  }

  @Test
  void of_a_base_for_several_machines_the_one_for_the_images_machine_is_taken() throws Refusal {
    index("base/run", "13", Bases.after());
    Report report =
        rebase(
            new Rebasing.Wish(
                bench.name("team/shop:1.4"),
                bench.name("base/run:13"),
                Optional.empty(),
                false,
                false));
    assertThat(report.base().digest()).contains(Bases.digest(Bases.after()));
  }

  @Test
  void an_image_for_several_machines_is_not_replaced_by_one_for_one_of_them() {
    index("team/shop", "all", bench.app());
    Rebasing.Wish wish =
        new Rebasing.Wish(
            bench.name("team/shop:all"),
            bench.name("base/run:13.2"),
            Optional.empty(),
            false,
            false);
    assertThat(refusal(wish).code()).isEqualTo("image-is-index");
  }

  @Test
  void an_image_that_is_named_by_digest_needs_a_tag_for_the_new_one() throws Refusal {
    ImageName pinned = bench.name("team/shop:1.4").pinned(pushed);
    Rebasing.Wish wish =
        new Rebasing.Wish(pinned, bench.name("base/run:13.2"), Optional.empty(), false, false);
    assertThat(refusal(wish).code()).isEqualTo("tag-needed");
    assertThat(rebase(new Wish(wish).to("new")).outcome()).isEqualTo(Report.Outcome.WRITTEN);
  }

  /** Variations of what is wanted. */
  private record Wish(Rebasing.Wish wish) {

    Rebasing.Wish dry() {
      return new Rebasing.Wish(wish.image(), wish.runImage(), wish.to(), wish.forced(), true);
    }

    Rebasing.Wish to(String tag) {
      return new Rebasing.Wish(
          wish.image(), wish.runImage(), Optional.of(tag), wish.forced(), wish.dry());
    }
  }

  private Rebasing.Wish wish() {
    return new Rebasing.Wish(
        bench.name("team/shop:1.4"), bench.name("base/run:13.2"), Optional.empty(), false, false);
  }

  private void index(String repository, String tag, Sample member) {
    registry.push(repository, "member", member);
    String index =
        """
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[
        {"mediaType":"%s","size":%d,"digest":"%s","platform":{"os":"linux","architecture":"amd64"}}]}
        """
            .formatted(member.mediaType(), member.manifest().length(), Bases.digest(member));
    registry.manifest(repository, tag, Manifest.OCI_INDEX, index);
  }

  private Report rebase(Rebasing.Wish wish) throws Refusal {
    return bench.rebasing().carryOut(wish);
  }

  private Refusal refusal(Rebasing.Wish wish) {
    return catchThrowableOfType(Refusal.class, () -> rebase(wish));
  }
}
