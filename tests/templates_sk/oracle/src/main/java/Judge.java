import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges each file as PDF/A-2a and PDF/UA-1, or as what stands before its name ({@code 3b:file.pdf}); one JVM for all, one
 * bad file never stops the rest.
 */
public final class Judge {
    public static void main(String[] files) {
        VeraGreenfieldFoundryProvider.initialise();
        boolean all = true;
        for (String given : files) {
            int colon = given.indexOf(':');
            String[] claims = colon < 0 ? new String[] {"2a", "ua1"} : new String[] {given.substring(0, colon)};
            for (String claim : claims) all &= judge(given.substring(colon + 1), PDFAFlavour.fromString(claim));
        }
        System.exit(all ? 0 : 1);
    }

    private static boolean judge(String file, PDFAFlavour flavour) {
        Map<String, String> failed = new LinkedHashMap<>();
        boolean compliant = false;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            compliant = result.isCompliant();
            for (TestAssertion one : result.getTestAssertions())
                if (one.getStatus() == TestAssertion.Status.FAILED)
                    failed.putIfAbsent(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber(), one.getMessage());
        } catch (Exception error) {
            failed.put("unreadable", String.valueOf(error));
        }
        System.out.println((compliant ? "pass " : "FAIL ") + flavour.getId() + " " + file + (failed.isEmpty() ? "" : " " + failed));
        return compliant;
    }
}
