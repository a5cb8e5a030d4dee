package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none | PAGE",
        "'' | PAGE",
        "*/* | PAGE",
        "text/html | PAGE",
        "text/* | PAGE",
        "image/png | PAGE",
        "no type at all | PAGE",
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8 | PAGE",
        "application/json | JSON",
        "application/json, text/plain, */* | JSON",
        "application/json;charset=UTF-8 | JSON",
        "application/json;q=0.4, text/html;q=0.5 | PAGE",
        "application/json;q=0.5, text/html;q=0.4 | JSON",
        "text/html;q=0, */* | LINKSET",
        "application/linkset+json | LINKSET",
        "APPLICATION/LINKSET+JSON | LINKSET",
        "application/linkset+json, application/json | LINKSET",
        "application/linkset+json;q=0.1, application/json | JSON",
        "application/linkset+json;q=0 | PAGE",
        "application/ld+json | JSON_LD",
        "application/ld+json, application/json | JSON_LD",
        "application/*+json | LINKSET",
        "application/* | LINKSET",
        "*/*, text/html;q=0.1 | LINKSET",
      })
  void readsAccept(@Nullable String accept, Form form) {
    assertThat(Form.of(accept)).isEqualTo(form);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | true",
        "TEXT/HTML;q=0.5, */*;q=0.1 | true",
        "*/* | false",
        "text/* | false",
        "'' | false",
        "application/json, text/html;q=0.5 | false",
      })
  void tellsPeopleFromPrograms(String accept, boolean person) {
    assertThat(Form.isPerson(accept)).isEqualTo(person);
  }
}
