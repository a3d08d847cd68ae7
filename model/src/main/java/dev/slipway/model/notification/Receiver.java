package dev.slipway.model.notification;

import dev.slipway.model.FileName;
import dev.slipway.model.guardrail.CheckName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where messages go. What is secret of it lies in files of the server, and never here. */
public sealed interface Receiver {

  /**
   * An incoming webhook of Slack.
   *
   * @param url holds its address, which is the credential
   */
  record Slack(FileName url) implements Receiver {}

  /**
   * The statuses of commits at the GitHub where their repository lies, if the server knows it.
   *
   * @param context what the name of each status begins with; the environment follows
   */
  record GitHub(String context) implements Receiver {}

  /**
   * Deployments at the GitHub where a commit's repository lies, if the server knows it.
   *
   * @param context what the name of the environment there begins with; absent where nothing goes
   *     before it
   * @param checks what GitHub is to find green first; absent where that is all that it knows of
   * @param autoMerge whether GitHub first merges its default branch into what is behind it
   * @param temporary whether the environment will be gone some time
   * @param production whether people work with it
   * @param url where what is delivered can be seen; absent where nobody said
   */
  record GitHubDeployments(
      Optional<String> context,
      Optional<List<CheckName>> checks,
      boolean autoMerge,
      boolean temporary,
      Production production,
      Optional<String> url)
      implements Receiver {

    /** Whether people work with an environment. */
    public enum Production {
      /** GitHub tells it by the environment's name. */
      BY_NAME,
      YES,
      NO
    }

    public GitHubDeployments {
      checks = checks.map(List::copyOf);
    }
  }

  /**
   * A comment at each open pull request of an application's repository, at the GitHub where that
   * lies, if the server knows it. It says what the pull request would change, and nothing of what
   * happens.
   *
   * @param context names the comment, so that several may stand at one pull request
   */
  record GitHubPullRequests(String context) implements Receiver {}

  /**
   * Whoever listens for CDEvents at an address.
   *
   * @param headers that are sent as they stand here
   * @param secretHeaders that are sent as they stand in files
   * @param secret holds what messages are signed with; absent where they are not signed
   */
  record CdEvents(
      String url,
      SortedMap<String, String> headers,
      SortedMap<String, FileName> secretHeaders,
      Optional<FileName> secret)
      implements Receiver {

    public CdEvents {
      headers = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(headers)));
      secretHeaders = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(secretHeaders)));
    }
  }

  /**
   * The events of Datadog.
   *
   * @param site which of Datadog's sites, such as {@code datadoghq.eu}
   * @param key holds the key of its API
   */
  record Datadog(String site, FileName key) implements Receiver {}

  /**
   * People, by letters that the server's own mail server carries.
   *
   * @param to holds their addresses, which are no matter of the ledger
   */
  record Email(FileName to) implements Receiver {}

  /**
   * The releases and deploys of a Sentry.
   *
   * @param url where it is reached, without what its API adds
   * @param organization its slug there
   * @param projects their slugs there, at least one
   * @param token holds the token of an integration
   */
  record Sentry(String url, String organization, List<String> projects, FileName token)
      implements Receiver {

    public Sentry {
      projects = List.copyOf(projects);
    }
  }

  /**
   * The annotations of a Grafana.
   *
   * @param url where it is reached, without what its API adds
   * @param token holds the token of a service account
   * @param dashboard whose annotations they are; absent where they are the whole organisation's
   */
  record Grafana(String url, FileName token, Optional<String> dashboard) implements Receiver {}

  /**
   * Whoever listens at an address.
   *
   * @param headers that are sent as they stand here
   * @param secretHeaders that are sent as they stand in files
   * @param secret holds what messages are signed with; absent where they are not signed
   */
  record Webhook(
      String url,
      SortedMap<String, String> headers,
      SortedMap<String, FileName> secretHeaders,
      Optional<FileName> secret)
      implements Receiver {

    public Webhook {
      headers = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(headers)));
      secretHeaders = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(secretHeaders)));
    }
  }
}
