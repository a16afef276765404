package io.souschef.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {

  private record Line(String words, boolean good, Optional<String> note, List<String> parts) {}

  private record Values(String title, List<Line> lines) implements Page {}

  private record Other(String name) {}

  private static String filled(Line... lines) {
    return Template.of(TemplateTest.class, "sample").fill(new Values("a <b>", List.of(lines)));
  }

  @Test
  void everyValueIsEscapedInElementsAndAttributes() {
    String nasty = "<script>alert(\"1\" + '2')</script>\u001b[2J\u202e&amp;";
    assertThat(filled(new Line(nasty, true, Optional.of(nasty), List.of(nasty))))
        .doesNotContain("<script>", "alert(\"", "'2'", "\u001b", "\u202e")
        .contains("a &lt;b&gt;", "&amp;amp;");
  }

  @Test
  void whatMayBeThereIsShownOnlyWhereItIs() {
    assertThat(filled(new Line("one", true, Optional.empty(), List.of())))
        .contains("<p title=\"one\">one</p>")
        .doesNotContain("note:", "class=\"bad\"");
    assertThat(filled(new Line("two", false, Optional.of("why"), List.of("x", "", "y"))))
        .contains("<p title=\"two\" class=\"bad\">two<i>note: why</i><b>x</b><b></b><b>y</b></p>");
  }

  @Test
  void aPageHasItsStyleAndASharedHead() {
    assertThat(filled()).startsWith("<!doctype html>").contains(Assets.text("style.css"));
  }

  @Test
  void whatAPageDoesNotKnowIsAnErrorAndNotNothing() {
    Template template = Template.of(TemplateTest.class, "sample");
    assertThatThrownBy(() -> template.fill(new Other("x"))).hasMessageContaining("title");
    assertThatThrownBy(() -> Template.of(TemplateTest.class, "gone"))
        .hasMessage("There is no template 'gone' beside TemplateTest");
  }
}
