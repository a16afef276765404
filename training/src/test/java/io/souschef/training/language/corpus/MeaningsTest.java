package io.souschef.training.language.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.program.Shorthand;
import io.souschef.training.language.corpus.scene.Kitchen;
import io.souschef.training.language.corpus.wording.Bindings;
import io.souschef.training.language.corpus.wording.Coinage;
import io.souschef.training.language.corpus.wording.Meaning;
import io.souschef.training.language.corpus.wording.MeaningWords;
import io.souschef.training.language.corpus.wording.Wording;
import io.souschef.training.language.text.EvaluationFilter;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.RequestFiles;
import io.souschef.training.language.text.Translations;
import io.souschef.training.language.text.lexicon.Lexicon;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningsTest {

  private static final Lexicon LEXICON = Lexicon.read(Path.of("text"));

  @Test
  void everyMeaningOfTheShippedTextIsAProgram() {
    Splits splits =
        new Splits(
            LEXICON,
            Translations.read(Path.of("text")),
            RequestFiles.read(Path.of("text")),
            new EvaluationFilter(List.of()),
            CorpusFixture.words());

    List<Meaning> meanings = splits.trainingMeanings(4_000, 1);

    assertThat(meanings)
        .allSatisfy(
            meaning ->
                assertThat(Shorthand.parse(meaning.lines()).statements())
                    .as(meaning.source())
                    .isNotEmpty());
    assertThat(splits.trainingMeanings(50, 1)).isEqualTo(meanings.subList(0, 50));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bring(X=coke) ~ a coke | bring coke . done
          find(X=coke);bring(X) ~ find a coke and bring it | find coke . bring same coke . done
          bring(2 X:drink+cold) ~ two cold drinks | bring 2 any cold + drink . done
          bring(X:soda) ~ the soda | bring the soda . done
          bring(3 different X:soda) ~ three sorts of soda | bring 3 different any soda . done
          discard(all X:food@P=table!Y) ~ all food | discard all any food @ table . done
          stow(X=milk carton,P=fridge) ~ milk, fridge | move milk carton > fridge . done
          bring(X) ; move(Y,P=table) @held ~ this | bring it . move any thing > table . done
          if(exists(X=coke)){bring(X)}else{stop()} ~ coke? | if exists coke . bring same coke . else . stop . end . done
          tell(what X:soda@P=fridge) ~ which sodas | tell what any soda @ fridge . done
          move(X=bowl,the P~drawer) ~ bowl, drawer | move bowl > the drawer . done
          ask(thing) ~ that one | ask thing . done
          """)
  void meaningsAreWrittenInShorthand(String line, String shorthand) {
    String[] parts = line.split(" ~ ");
    String program = parts[0].replace(" @held", " | @start held X").replace("!Y", "");
    Request request = Request.of(program, parts[1]);
    Bindings bindings =
        Bindings.draw(request, Kitchen.anywhere(LEXICON), Optional.empty(), new SplittableRandom(1))
            .orElseThrow();

    assertThat(String.join(" . ", MeaningWords.of(request, bindings, java.util.Map.of())))
        .isEqualTo(shorthand);
  }

  @Test
  void madeUpWordsAreCarriedOverFromTheRequest() {
    Request request = Request.of("move(X,P)", "put {the X} {on P}");
    SplittableRandom random = new SplittableRandom(7);

    for (int i = 0; i < 200; i++) {
      Bindings bindings =
          Bindings.draw(request, Kitchen.of(LEXICON), Optional.of(new Coinage(random)), random)
              .orElseThrow();
      String said = new Wording(bindings, random).fill(request.instruction());
      String[] meant =
          MeaningWords.of(request, bindings, java.util.Map.of()).get(0).substring(5).split(" > ");

      assertThat(said).contains(meant[0]).endsWith("the " + meant[1]);
    }
  }
}
