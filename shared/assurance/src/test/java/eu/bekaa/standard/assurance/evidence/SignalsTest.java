package eu.bekaa.standard.assurance.evidence;

import static eu.bekaa.standard.assurance.evidence.Signal.CONFLICT;
import static eu.bekaa.standard.assurance.evidence.Signal.DOCUMENTED;
import static eu.bekaa.standard.assurance.evidence.Signal.EXCEPTION;
import static eu.bekaa.standard.assurance.evidence.Signal.IMPROVEMENT;
import static eu.bekaa.standard.assurance.evidence.Signal.MEASUREMENT;
import static eu.bekaa.standard.assurance.evidence.Signal.NOT_IMPLEMENTED;
import static eu.bekaa.standard.assurance.evidence.Signal.PROCESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One table a signal: sentences that give it away, and sentences that look as if they did.
class SignalsTest {
    private static final Examples CONFLICTS = new Examples(CONFLICT, """
            The retention period in the backup standard conflicts with the schedule approved by Legal.
            Appendix B contradicts section 4.2.
            The asset list is inconsistent with the discovery scan.
            Discrepancies were identified between the inventory and the cloud console.
            Contrary to the access policy, contractors share one account.
            Two laptops are non-compliant with the encryption standard.
            The vendor does not fully comply with the agreed controls.
            During the last audit a nonconformity was raised against change management.
            Several deficiencies were noted in the quarterly review.
            The finance workstations deviate from the hardened baseline.
            Three findings from 2024 remain open.
            We found that the firewall rules are not aligned with the standard.
            The restore test failed to meet the recovery time objective.
            """, """
            Staff must disclose any conflict of interest.
            Conflicting duties and areas of responsibility are segregated.
            If a procedure conflicts with this policy, the policy prevails.
            Checks and balances minimise conflicts of interest.
            No discrepancies were identified during the review.
            Devices that are non-compliant with this standard are blocked.
            Anyone who does not comply with this policy is subject to disciplinary action.
            Employees who fail to comply may face sanctions.
            Local standards must not conflict with this policy.
            Where a supplier does not comply with the agreement, access is removed.
            Does the inventory contradict the scan?
            Merge conflicts are resolved by the author.
            Workforce members in violation of this policy are subject to disciplinary action.
            Visitors in violation of this policy lose their badge.
            """);

    private static final Examples EXCEPTIONS = new Examples(EXCEPTION, """
            The test environment is exempt from this standard.
            Legacy systems have been exempted until 2027.
            An exception was granted for the mainframe.
            Two exceptions were approved by the CISO.
            A waiver is currently in place for the print servers.
            The exceptions exist because the vendor ended support.
            All drives are encrypted with the exception of lab machines.
            MFA is enforced for all users except for service accounts.
            The guest network is excluded from vulnerability scanning.
            The annual review was waived for subsidiaries.
            This standard does not apply to contractors.
            **NOTE**: The Sandbox project (and repos) do not follow this standard.
            Logging on kiosks is out of scope.
            There is a known exception for the payroll interface.
            Personal devices are not covered by this policy.
            Older applications are grandfathered.
            Password rotation isn't applicable to break-glass accounts.
            """, """
            No exceptions are granted.
            All staff complete the training without exception.
            Management is not exempt from this policy.
            Nobody is exempted from background checks.
            Exceptions to this policy must be approved by the Security Officer.
            All policy exceptions must be approved by both the Security Officer and COO.
            Policy exceptions are handled on a case-by-case basis.
            If an exception is granted, it is recorded and reviewed every six months.
            Any exception that was approved is reviewed yearly.
            Requests for an approved exception go to the CISO.
            Systems may be exempt from patching only with written consent.
            The requirement may be waived on a case-by-case basis.
            No system is excluded from scanning.
            Approved exceptions must be reviewed every six months.
            Production data shall never be excluded from backup.
            Unless a system is out of scope, it is scanned weekly.
            Exempt employees are paid a salary.
            The handler logs unhandled exceptions.
            The finding is closed by documenting an approved exception.
            """);

    private static final Examples NOT_IMPLEMENTEDS = new Examples(NOT_IMPLEMENTED, """
            Multi-factor authentication is not yet implemented for VPN users.
            Network segmentation has not been fully implemented.
            Encryption at rest isn't implemented on the archive server.
            A data loss prevention tool is not in place.
            The SIEM is not yet operational.
            Backups are not tested.
            A procedure for forensic copies does not exist yet.
            Access reviews are not currently performed.
            The organization does not have a formal incident response plan.
            We don't currently monitor outbound traffic.
            There is no documented process for offboarding vendors.
            No formal risk management program exists.
            No inventory of software has been established.
            The company has yet to define a retention schedule.
            MFA cannot be enforced on the legacy portal.
            We found that patches are not enforced on kiosks.
            The rollout is still being evaluated.
            Implementation of the new gateway is pending.
            Disk encryption will be implemented in Q3.
            Recovery objectives: TBD.
            Log retention: to be determined.
            TODO: Specify tools and procedures for each step.
            The department lacks a documented change process.
            The legacy system, which is not monitored by the SOC and has no backup plan, stays online.
            """, """
            All controls are implemented.
            Changes must not be implemented without approval.
            Emergency changes are not implemented until the approver has signed.
            If multi-factor authentication is not implemented, access is denied.
            Devices that are not encrypted are blocked.
            Where a control is not in place, a compensating control applies.
            It is no longer the case that backups are not tested.
            There are no systems on which MFA is not enforced.
            The company does not use paper records for any sensitive information.
            The company currently does NOT use transient storage for any sensitive data.
            Security controls to be implemented are selected by risk.
            When a patch is not yet deployed, the ticket stays open.
            Is encryption not implemented on laptops?
            Any control not yet implemented is tracked in the risk register.
            Access is not permitted unless absolutely needed.
            There are no plans to remove the control.
            Passwords are not logged.
            """);

    private static final Examples DOCUMENTEDS = new Examples(DOCUMENTED, """
            The incident response plan is documented and approved.
            Roles are described in the access control policy.
            Exceptions must be recorded in the ticket system.
            This policy applies to all workforce members.
            Changes follow the written procedure.
            Data is handled in accordance with the data classification policy.
            The plan was approved by the board.
            Steps are not only documented but tested.
            All findings are documented and linked to the issue.
            Records of training are kept for three years.
            Staff shall adhere to the policies and procedures of the company.
            """, """
            The process is not documented.
            There is no documented plan.
            The recovery steps are undocumented.
            The onboarding checklist has yet to be documented.
            Without a written procedure, staff rely on memory.
            Is the process documented?
            The team meets on Mondays.
            Documented procedures do not exist.
            The runbook is poorly documented.
            """);

    private static final Examples PROCESSES = new Examples(PROCESS, """
            Access requests follow the approval process.
            The Security Officer is responsible for reviewing access.
            User access is reviewed at least quarterly.
            Backups are tested annually.
            The following steps are taken when an employee leaves.
            Incident playbooks exist for ransomware and phishing.
            Employees must submit an access request.
            Penetration tests are conducted on an annual basis.
            Procedures must not be bypassed.
            """, """
            No process exists for key rotation.
            There are no procedures.
            We process personal data on behalf of customers.
            Incidents are handled through an ad hoc process.
            The procedure is missing.
            Does a procedure exist?
            The organization is in the process of moving offices.
            The daemon process restarts on failure.
            """);

    private static final Examples MEASUREMENTS = new Examples(MEASUREMENT, """
            Security metrics are reported to the board every quarter.
            We measure its adoption and effectiveness.
            Patch compliance is tracked on a dashboard.
            The program is measured against defined targets.
            Key risk indicators are reviewed monthly.
            Mean time to respond is tracked.
            The effectiveness of controls is evaluated every year.
            Measurable security objectives are set each year.
            """, """
            Appropriate security measures are taken.
            Technical and organisational measures protect personal data.
            No metrics are collected.
            Metrics are not collected.
            Effectiveness is not measured.
            Take additional measures to contain the incident.
            Are metrics reported?
            """);

    private static final Examples IMPROVEMENTS = new Examples(IMPROVEMENT, """
            The program is continuously improved.
            A lessons-learned meeting is held after every incident.
            Corrective actions are tracked to closure.
            The plan is updated based on the results of the exercise.
            A root cause analysis is carried out within five days.
            A post-mortem follows each outage.
            Opportunities for improvement are logged in the register.
            Continual improvement of the ISMS is a management duty.
            """, """
            No lessons learned are recorded.
            Root causes are unknown.
            Corrective actions are not tracked.
            There is no process for continuous improvement.
            Improved lighting was fitted in the car park.
            Are lessons learned documented?
            """);

    private record Examples(Signal signal, String given, String notGiven) {}

    static Stream<Arguments> givenAway() {
        return examples().flatMap(all -> all.given().lines().map(line -> Arguments.of(all.signal(), line)));
    }

    static Stream<Arguments> notGivenAway() {
        return examples().flatMap(all -> all.notGiven().lines().map(line -> Arguments.of(all.signal(), line)));
    }

    private static Stream<Examples> examples() {
        return Stream.of(CONFLICTS, EXCEPTIONS, NOT_IMPLEMENTEDS, DOCUMENTEDS, PROCESSES, MEASUREMENTS, IMPROVEMENTS);
    }

    @ParameterizedTest
    @MethodSource("givenAway")
    void aSentenceGivesItAway(Signal signal, String sentence) {
        assertThat(signals(sentence)).as(sentence).contains(signal);
    }

    @ParameterizedTest
    @MethodSource("notGivenAway")
    void aSentenceThatOnlyLooksLikeIt(Signal signal, String sentence) {
        assertThat(signals(sentence)).as(sentence).doesNotContain(signal);
    }

    @Test
    void theReasonIsThePhraseAndItsSentenceWordForWord() {
        var text =
                "Scope. All servers are patched\nmonthly. The test environment is\nexempt from this standard. Logs are kept.";

        var reading = Signals.in(text).stream()
                .filter(found -> found.signal() == EXCEPTION)
                .findFirst()
                .orElseThrow();

        assertThat(reading.phrase()).isEqualTo("exempt");
        assertThat(reading.sentence()).isEqualTo("The test environment is\nexempt from this standard.");
        assertThat(text).contains(reading.sentence());
    }

    @Test
    void aVeryLongSentenceIsCutAroundThePhrase() {
        var padding = "word ".repeat(600);

        var reading =
                Signals.in(padding + "the lab is exempt from it " + padding).getFirst();

        assertThat(reading.sentence()).hasSizeLessThanOrEqualTo(1_000).contains("the lab is exempt from it");
        assertThat(padding + "the lab is exempt from it " + padding).contains(reading.sentence());
    }

    @Test
    void everyListHasPhrasesAndReadsWithoutComments() {
        assertThat(Arrays.stream(Signal.values()).map(signal -> PhraseList.lines(signal.resource())))
                .allSatisfy(phrases -> assertThat(phrases).hasSizeGreaterThan(10));
    }

    @Test
    void emptyAndStrangeTextGivesNothing() {
        assertThat(List.of("", " \n\t ", "....", "???", "•", "|||", "\u0000"))
                .allSatisfy(text -> assertThat(Signals.in(text)).isEmpty());
    }

    private static Set<Signal> signals(String text) {
        return Signals.in(text).stream().map(Signals.Reading::signal).collect(Collectors.toSet());
    }
}
