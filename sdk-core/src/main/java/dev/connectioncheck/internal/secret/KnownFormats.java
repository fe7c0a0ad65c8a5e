package dev.connectioncheck.internal.secret;

import dev.connectioncheck.internal.text.DecodedText;
import dev.connectioncheck.internal.text.Spans;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds keys and tokens that their makers give a form of its own, so that they are known when they are found. */
final class KnownFormats {
    /** Each with a text that is in all that it matches: most texts have none, which is seen much faster. */
    private static final List<Format> FORMATS = List.of(
            new Format("eyJ", "\\beyJ[\\w-]{8,}+\\.[\\w-]{8,}+(?:\\.[\\w-]*+)?"),
            new Format("AKIA", "\\bAKIA[0-9A-Z]{16}\\b"),
            new Format("ASIA", "\\bASIA[0-9A-Z]{16}\\b"),
            new Format("AIza", "\\bAIza[\\w-]{30,}+"),
            new Format("ya29.", "\\bya29\\.[\\w-]{16,}+"),
            new Format("GOCSPX-", "\\bGOCSPX-[\\w-]{16,}+"),
            new Format("Q~", "(?<![\\w~.-])[\\w~.-]{3}\\dQ~[\\w~.-]{16,}+"),
            new Format("gh", "\\b(?:gh[pousr]_\\w{20,}+|github_pat_\\w{20,}+)"),
            new Format("glpat-", "\\bglpat-[\\w-]{16,}+"),
            new Format("xox", "\\bxox[a-z]-[\\w-]{10,}+"),
            new Format("hooks.slack.com/services/", "(?<=hooks\\.slack\\.com/services/)[\\w/]{16,}+"),
            new Format("sk-", "\\bsk-[\\w-]{16,}+"),
            new Format("k_", "\\b(?:[rsp]k_(?:live|test)_\\w{10,}+|[sp]k_[0-9a-z]{30,}+|arsk_[\\w-]{8,}+)"),
            new Format("SG.", "\\bSG\\.[\\w-]{16,}+\\.[\\w-]{16,}+"),
            new Format("pat-", "\\bpat-[a-z]{2}\\d-[0-9a-f-]{20,}+"),
            new Format("shp", "\\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}"),
            new Format("dapi", "\\bdapi[0-9a-f]{32}(?:-\\d)?"),
            new Format("dckr_pat_", "\\bdckr_pat_[\\w-]{16,}+"),
            new Format("hvs.", "\\bhvs\\.[\\w-]{20,}+"),
            new Format("npm_", "\\bnpm_\\w{30,}+"),
            new Format("hf_", "\\bhf_\\w{30,}+"));

    private KnownFormats() {}

    static void find(DecodedText text, Spans spans) {
        String all = text.toString();
        for (Format format : FORMATS) {
            if (all.contains(format.hint)) {
                Matcher matcher = format.pattern.matcher(all);
                while (matcher.find()) {
                    spans.add(text, matcher.start(), matcher.end());
                }
            }
        }
    }

    private record Format(String hint, Pattern pattern) {
        Format(String hint, String regex) {
            this(hint, Pattern.compile(regex));
        }
    }
}
