package io.souschef.planner.agenda;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words by which a person says in which order things are to be done, in the languages that the
 * language model was taught and their neighbours. A word too many only costs a detour; one too few
 * would turn round what somebody asked for. Stateless.
 */
public final class OrderWords {

  private static final Pattern WORDS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])("
              + String.join(
                  "|",
                  // English
                  "then|after|afterwards?|before|beforehand|first|firstly|second|secondly|third|thirdly|next|last|lastly",
                  "finally|final|eventually|later|once|until|till|start|starting|begin|beginning|end|ending|finish|finishing",
                  "followed|following|prior|order|sequence|meanwhile|when|whenever|as soon as|one"
                      + " by one|one after|step by step",
                  "now|immediately|right away|straight"
                      + " away|urgent|urgently|quick|quickly|asap|hurry",
                  // German
                  "dann|danach|davor|vorher|zuvor|zuerst|zunächst|erst|erstens|zweitens|anschließend|anschliessend|nachdem",
                  "bevor|sobald|schließlich|schliesslich|zuletzt|zum schluss|am ende|als erstes|als"
                      + " nächstes|nacheinander|sofort|wenn|nach|vor",
                  // Spanish and Portuguese
                  "luego|después|despues|primero|primera|antes|al final|por último|por"
                      + " ultimo|finalmente|cuando|en cuanto|enseguida",
                  "depois|primeiro|primeira|em seguida|por fim|quando|assim"
                      + " que|logo|seguida|tras|después de",
                  // French
                  "puis|ensuite|après|apres|avant|d'abord|d’abord|premièrement|enfin|finalement|dès"
                      + " que|quand|à la fin|pour finir|tout de suite",
                  // Italian
                  "poi|dopo|prima|infine|quando|appena|alla fine|subito|successivamente",
                  // Dutch
                  "daarna|eerst|vervolgens|voordat|nadat|tenslotte|zodra")
              + ")(?![\\p{L}\\p{N}])"
              // Steps with numbers or arrows: "1. ...", "2) ...", "a -> b".
              + "|(?:^|\\s)\\d{1,2}[.)]\\s|->|=>|\u2192",
          Pattern.UNICODE_CASE);

  private OrderWords() {}

  /** Whether an instruction says in which order its parts are to be done. */
  public static boolean areIn(String instruction) {
    return WORDS.matcher(instruction.toLowerCase(Locale.ROOT)).find();
  }
}
