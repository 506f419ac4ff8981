import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
import eu.europa.esig.dss.service.http.commons.OCSPDataLoader;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One line per signature: file, indication, sub-indication, level. Arguments: the trusted certificate, then files; a
 * file after "online:" may ask OCSP responders on loopback, for levels that hold no evidence themselves.
 */
public final class JudgeSignatures {
    private static final String RAISED = "PdfVisualDifference|PdfAnnotationOverlap|PdfPageDifference|UndefinedChanges"
        + "|DocMDP|FieldMDP|SigFieldLock|ByteRangeCollision";

    public static void main(String[] arguments) throws Exception {
        String strict = raised();
        for (int number = 1; number < arguments.length; number++) {
            boolean online = arguments[number].startsWith("online:");
            String file = online ? arguments[number].substring(7) : arguments[number];
            for (String policy : new String[] {null, strict}) judge(arguments[0], file, online, policy);
        }
    }

    private static void judge(String root, String file, boolean online, String policy) {
        try {
            SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
            validator.setCertificateVerifier(verifier(root, online));
            Reports reports = policy == null ? validator.validateDocument() : validator.validateDocument(stream(policy));
            SimpleReport report = reports.getSimpleReport();
            List<String> signatures = report.getSignatureIdList();
            if (signatures.isEmpty()) System.out.println(file + "\tNONE\t-\t-\t-");
            for (String one : signatures)
                System.out.println(String.join("\t", file, policy == null ? "default" : "raised",
                    String.valueOf(report.getIndication(one)), String.valueOf(report.getSubIndication(one)),
                    String.valueOf(report.getSignatureFormat(one)), messages(reports, one)));
        } catch (Exception error) {
            System.out.println(file + "\tERROR\t" + error + "\t-\t-\t-");
        }
    }

    private static String messages(Reports reports, String one) {
        SimpleReport report = reports.getSimpleReport();
        List<String> all = new ArrayList<>();
        reports.getDiagnosticData().getSignatureById(one).getPdfUndefinedChanges()
            .forEach(change -> all.add("changed: " + change.getValue() + " " + change.getAction()));
        report.getAdESValidationErrors(one).forEach(message -> all.add("error: " + message.getValue()));
        report.getAdESValidationWarnings(one).forEach(message -> all.add("warning: " + message.getValue()));
        return String.join("; ", all);
    }

    private static CommonCertificateVerifier verifier(String root, boolean online) {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(DSSUtils.loadCertificate(new File(root)));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null);
        if (online) {
            verifier.setOcspSource(new OnlineOCSPSource(new Loopback()));
            verifier.setCrlSource(new OnlineCRLSource(new LoopbackLists()));
        }
        return verifier;
    }

    private static String raised() throws Exception {
        try (InputStream policy = JudgeSignatures.class.getResourceAsStream("/policy/constraint.xml")) {
            String text = new String(policy.readAllBytes(), StandardCharsets.UTF_8);
            return text.replaceAll("<(" + RAISED + ")(\\s+)Level=\"(WARN|INFORM|IGNORE)\"", "<$1$2Level=\"FAIL\"");
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing leaves the machine. */
    private static final class Loopback extends OCSPDataLoader {
        @Override
        public byte[] post(String url, byte[] content) {
            return super.post(near(url), content);
        }
    }

    private static final class LoopbackLists extends CommonsDataLoader {
        @Override
        public byte[] get(String url) {
            return super.get(near(url));
        }
    }

    private static String near(String url) {
        if (!"127.0.0.1".equals(URI.create(url).getHost())) throw new IllegalStateException("not loopback: " + url);
        return url;
    }
}
