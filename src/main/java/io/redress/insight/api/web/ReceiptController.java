package io.redress.insight.api.web;

import io.redress.complaint.file.Complaint;
import io.redress.intake.registration.CaseAccess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of a case's receipt, for whoever may read the case. */
@RestController
@RequestMapping("/api/complaints")
@Tag(name = "Complaints")
class ReceiptController {

    private final CaseAccess access;
    private final ReceiptViews views;

    ReceiptController(CaseAccess access, ReceiptViews views) {
        this.access = access;
        this.views = views;
    }

    @GetMapping("/{caseNumber}/receipt")
    @Operation(
            operationId = "readReceipt",
            summary = "Read what was made good, with the hash chain of the ledger",
            description = "For auditors: every change of every remedy, each hashed together with the one before it.")
    ReceiptView receipt(@PathVariable String caseNumber, Principal reader) {
        Complaint complaint = access.open(caseNumber, reader.getName());
        return views.of(complaint, access.mayKnowOrder(complaint, reader.getName()));
    }
}
