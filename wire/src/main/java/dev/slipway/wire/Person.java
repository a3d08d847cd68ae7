package dev.slipway.wire;

import java.util.List;

/**
 * A person, and what stands for this person.
 *
 * @param emails in lower case; authors of commits are told by them
 * @param tokens the tokens that act for this person
 */
public record Person(String id, String name, List<String> emails, List<String> tokens) {
  public Person {
    emails = List.copyOf(emails);
    tokens = List.copyOf(tokens);
  }
}
