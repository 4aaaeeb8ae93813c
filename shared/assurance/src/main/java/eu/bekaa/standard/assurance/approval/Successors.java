package eu.bekaa.standard.assurance.approval;

import eu.bekaa.standard.assurance.gap.GapDrafts;
import eu.bekaa.standard.assurance.maturity.MaturityService;
import eu.bekaa.standard.assurance.poam.PoamDrafts;
import eu.bekaa.standard.assurance.report.ReportService;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.scope.ScopeService;
import eu.bekaa.standard.assurance.soa.SoaDrafts;
import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;

/// Opens the draft that takes the place of a rejected version, with its items as they were (STD-113).
@Singleton
final class Successors {
    private final ScopeService scopes;
    private final SoaDrafts statements;
    private final GapDrafts gaps;
    private final MaturityService maturity;
    private final PoamDrafts plans;
    private final ReportService reports;

    Successors(
            ScopeService scopes,
            SoaDrafts statements,
            GapDrafts gaps,
            MaturityService maturity,
            PoamDrafts plans,
            ReportService reports) {
        this.scopes = scopes;
        this.statements = statements;
        this.gaps = gaps;
        this.maturity = maturity;
        this.plans = plans;
        this.reports = reports;
    }

    void open(Caller caller, Version.Rejected rejected) {
        switch (rejected.header().kind()) {
            case SCOPE -> scopes.reopen(caller, rejected);
            case SOA -> statements.reopen(caller, rejected);
            case GAP_ANALYSIS -> gaps.reopen(caller, rejected);
            case MATURITY_ASSESSMENT -> maturity.reopen(caller, rejected);
            case POAM -> plans.reopen(caller, rejected);
            case REPORT -> reports.reopen(caller, rejected);
        }
    }
}
