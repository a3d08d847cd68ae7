package dev.slipway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.rules.Checkout.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TidyTest {

  private static final List<Page> PAGES = Checkout.pages(House.root());

  @Test
  void every_file_is_tidy() {
    assertThat(Tidy.breaches(PAGES)).isEmpty();
  }

  @Test
  void every_package_says_what_it_is() {
    assertThat(Tidy.unmarked(PAGES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a/src/main/java/A.java   | // TO_DO later                      | do it now
          a/src/test/java/A.java   | @Dis_abled void test()              | do it now
          a/src/main/java/IoUtils.java | class IoUtils                   | a name that says nothing
          a/manager/A.java         | class A                             | a name that says nothing
          docs/a.md                | # A, then see /wo_rk/here           | a path of one machine
          ui/.npmrc                | https://registry.np_mjs.org         | a registry's host
          a/src/main/java/A.java   | List.of("sh", "-c", line)           | pass a list of arguments
          a/src/main/java/A.java   | st.execute("DELETE " + table)       | constant SQL
          a/src/main/java/A.java   | st.executeQuery("x %s".formatted(y)) | constant SQL
          a/pom.xml                | <artifactId>mock_ito-core</artifactId> | a small real implementation
          docs/a.md                | no title at all                     | 0 titles
          """)
  void each_rule_bites_and_says_what_to_do_instead(String path, String text, String advice) {
    // The underscore keeps this file itself free of what it shows.
    Page page = new Page(path, text.replace("_", ""));

    assertThat(Tidy.breaches(List.of(page)))
        .anySatisfy(breach -> assertThat(breach).startsWith(path).contains(advice));
  }

  @Test
  void a_file_that_is_too_long_is_named() {
    assertThat(Tidy.breaches(List.of(new Page("A.java", "x\n".repeat(301)))))
        .containsExactly("A.java: 301 lines, and 300 are enough; split it along its ideas");
    assertThat(Tidy.breaches(List.of(new Page("A.java", "x\n".repeat(300))))).isEmpty();
  }

  @Test
  void a_second_title_is_found_but_not_in_a_block_of_code() {
    String page = "# One\n```sh\n# a comment\n```\n";

    assertThat(Tidy.breaches(List.of(new Page("a.md", page)))).isEmpty();
    assertThat(Tidy.breaches(List.of(new Page("a.md", page + "# Two\n")))).hasSize(1);
  }

  @Test
  void a_package_without_its_page_is_named() {
    Page lonely = new Page("a/src/main/java/dev/A.java", "class A");

    assertThat(Tidy.unmarked(List.of(lonely))).hasSize(1);
    assertThat(
            Tidy.unmarked(
                List.of(lonely, new Page("a/src/main/java/dev/package-info.java", "@NullMarked"))))
        .isEmpty();
  }
}
