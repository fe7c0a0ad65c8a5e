package dev.connectioncheck.internal.text;

import java.util.HashMap;
import java.util.Map;

/** Knows the characters that HTML has names for: the signs of ASCII, and all of Latin-1. */
final class Entities {
    /** The longest name that is read: that of U+10FFFF in decimal digits. */
    static final int LONGEST = 8;

    private static final int FIRST_OF_LATIN_1 = 160;

    private static final String LATIN_1 =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg "
                    + "macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest "
                    + "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml "
                    + "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig "
                    + "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml "
                    + "eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

    private static final String ASCII = "!excl \"quot #num $dollar %percnt &amp 'apos (lpar )rpar *ast +plus ,comma "
            + ".period /sol :colon ;semi <lt =equals >gt ?quest @commat [lsqb [lbrack \\bsol ]rsqb ]rbrack ^Hat "
            + "_lowbar `grave {lcub {lbrace |verbar |vert }rcub }rbrace";

    private static final Map<String, Integer> CODE_POINTS = codePoints();

    private Entities() {}

    /** Returns the character that an entity stands for, or -1 if it is none; without its ampersand and semicolon. */
    static int codePoint(String entity) {
        if (entity.charAt(0) != '#') {
            return CODE_POINTS.getOrDefault(entity, -1);
        }
        boolean hexadecimal = entity.length() > 1 && Character.toLowerCase(entity.charAt(1)) == 'x';
        try {
            return hexadecimal
                    ? Integer.parseInt(entity, 2, entity.length(), 16)
                    : Integer.parseInt(entity.substring(1));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Map<String, Integer> codePoints() {
        Map<String, Integer> codePoints = new HashMap<>();
        for (String name : LATIN_1.split(" ", -1)) {
            codePoints.put(name, FIRST_OF_LATIN_1 + codePoints.size());
        }
        for (String name : ASCII.split(" ", -1)) {
            codePoints.put(name.substring(1), (int) name.charAt(0));
        }
        return Map.copyOf(codePoints);
    }
}
