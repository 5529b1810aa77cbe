package io.redress.story;

import static io.redress.story.ComplaintDraft.aComplaint;

import io.redress.answer.sandbox.SandboxOrder;
import io.redress.sandbox.SandboxDriver;
import io.redress.sandbox.easypost.ParcelFate;
import java.util.Map;
import java.util.Set;

/**
 * A way that a complaint can take, and the steps of the diagrams that it comes by: what is filed, what people answer in the
 * tasks that they meet, and what happens meanwhile.
 */
enum Scenario {
    LOST_PARCEL(Set.of(
            "serviceTask_registerComplaint",
            "serviceTask_acknowledgeComplaint",
            "serviceTask_gatherEvidence",
            "businessRuleTask_triageComplaint",
            "businessRuleTask_decideRemedy",
            "businessRuleTask_checkAuthority",
            "callActivity_replacement",
            "callActivity_refund",
            "serviceTask_orderReplacement",
            "serviceTask_refundPayment",
            "serviceTask_watchRefunds",
            "businessRuleTask_decideCompensation",
            "serviceTask_explainDecision",
            "callActivity_followUp",
            "serviceTask_sendFollowUp",
            "serviceTask_closeComplaint",
            "serviceTask_checkRefunds",
            "serviceTask_checkParcel")),
    GOODWILL(Set.of("callActivity_goodwill", "serviceTask_grantGoodwill")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return about(world.copyOf("R-1003"), "defective");
        }
    },
    ABOVE_AUTHORITY(Set.of("userTask_approveRemedy")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return about(world.copyOf("R-1007"), "not_received");
        }
    },
    NO_STOCK(Set.of("serviceTask_refundInstead", "callActivity_refundInstead")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return about(world.copyOf("R-1006"), "wrong_item");
        }

        @Override
        Map<String, String> answer(String task, Stage stage) {
            return task.equals("Verify complaint")
                    ? Map.of(
                            "verdict",
                            "confirmed",
                            "cause",
                            "system",
                            "remedyChoice",
                            "replacement",
                            "reason",
                            "So it is")
                    : super.answer(task, stage);
        }
    },
    REFUND_SENT_BACK(Set.of("userTask_resolveReversal", "callActivity_refundAgain", "serviceTask_correctExplanation")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return about(world.copyOf("R-1005"), "not_received");
        }
    },
    QUESTION(Set.of(
            "userTask_verifyComplaint",
            "callActivity_askCustomer",
            "serviceTask_sendQuestion",
            "serviceTask_remindCustomer",
            "serviceTask_noteSilence")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return unclear();
        }

        @Override
        Map<String, String> answer(String task, Stage stage) {
            return task.equals("Verify complaint") && stage.first(task)
                    ? Map.of("verdict", "ask_customer", "question", "Which order is it?")
                    : super.answer(task, stage);
        }
    },
    COLLEAGUE(Set.of("userTask_adviseHandler")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return unclear();
        }

        @Override
        Map<String, String> answer(String task, Stage stage) {
            return task.equals("Verify complaint") && stage.first(task)
                    ? Map.of("verdict", "consult", "question", "What do you think?")
                    : super.answer(task, stage);
        }
    },
    NO_ANSWER_OWED(Set.of("serviceTask_closeWithoutAnswer")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return unclear();
        }

        @Override
        Map<String, String> answer(String task, Stage stage) {
            return Map.of("verdict", "no_answer_owed", "noAnswerReason", "spam");
        }
    },
    REPAIR(Set.of("userTask_arrangeByHand")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return about(world.copyOf("R-1010"), "defective");
        }

        @Override
        Map<String, String> answer(String task, Stage stage) {
            return task.equals("Verify complaint")
                    ? Map.of(
                            "verdict",
                            "confirmed",
                            "cause",
                            "value",
                            "remedyChoice",
                            "repair",
                            "reason",
                            "It is broken")
                    : super.answer(task, stage);
        }
    },
    NOBODY_ACTS(Set.of("serviceTask_climbLadder", "serviceTask_sendHoldingAnswer")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return unclear();
        }

        @Override
        Map<String, String> answer(String task, Stage stage) {
            return null;
        }
    },
    WITHDRAWN(Set.of("serviceTask_confirmWithdrawal")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return unclear();
        }

        @Override
        Map<String, String> answer(String task, Stage stage) {
            return null;
        }

        @Override
        void meanwhile(Stage stage) {
            stage.post("/withdrawal", Map.of("reason", "It has come"));
        }
    },
    WITHDRAWN_DURING_FOLLOW_UP(Set.of("serviceTask_acceptWithdrawal")) {
        @Override
        void meanwhile(Stage stage) {
            if (stage.status().equals("waiting_for_follow_up")) {
                stage.post("/withdrawal", Map.of("reason", "It has come"));
            }
        }
    },
    CUSTOMER_WROTE(Set.of("callActivity_answerCustomer", "userTask_answerCustomer", "serviceTask_sendReply")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return unclear();
        }

        @Override
        Map<String, String> answer(String task, Stage stage) {
            return task.equals("Verify complaint") ? null : super.answer(task, stage);
        }

        @Override
        void meanwhile(Stage stage) {
            if (stage.tick() > 1 && stage.first("message")) {
                stage.post("/messages", Map.of("text", "And another thing"));
            }
        }
    },
    WROTE_AFTER_THE_END(Set.of("userTask_readMessage", "serviceTask_resolveAnew")) {
        @Override
        Map<String, String> answer(String task, Stage stage) {
            return task.equals("Read message") ? Map.of("reading", "reopen") : super.answer(task, stage);
        }

        @Override
        void meanwhile(Stage stage) {
            if (stage.status().equals("closed") && stage.first("message")) {
                stage.post("/messages", Map.of("text", "It is broken again"));
            }
        }
    },
    UNHAPPY(Set.of("serviceTask_reopenComplaint", "userTask_giveFinalAnswer", "serviceTask_sendFinalAnswer")) {
        @Override
        Map<String, String> answer(String task, Stage stage) {
            return task.equals("Verify complaint")
                    ? Map.of("verdict", "rejected", "cause", "people", "reason", "It was paid back already")
                    : super.answer(task, stage);
        }

        @Override
        void meanwhile(Stage stage) {
            if (stage.status().equals("waiting_for_follow_up")) {
                stage.feedback(Map.of("resolved", false, "score", 1));
            }
        }
    },
    BY_PHONE(Set.of("userTask_tellCustomer")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            SandboxOrder order = world.copyOf("R-1001");
            return aComplaint()
                    .by("phone")
                    .claiming("not_received")
                    .aboutOrder(order.number())
                    .calling(order.customer().phone());
        }
    },
    REACHED_BY_MAIL_AFTER_ALL(Set.of("serviceTask_sendMessage")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return BY_PHONE.draft(world);
        }

        @Override
        Map<String, String> answer(String task, Stage stage) {
            return task.equals("Tell customer") ? null : super.answer(task, stage);
        }

        @Override
        void meanwhile(Stage stage) {
            if (stage.hasTask("Tell customer") && stage.once("address")) {
                stage.correctCustomer(Map.of(
                        "email",
                        "caller%d@customer.example".formatted(System.nanoTime()),
                        "confirmed",
                        true,
                        "reason",
                        "Asked on the phone"));
            }
        }
    },
    GOODS_COME_BACK(Set.of(
            "serviceTask_arrangeReturn",
            "serviceTask_arrangeWayBack",
            "serviceTask_tellWayBack",
            "serviceTask_checkReturn",
            "userTask_receiveGoods",
            "userTask_assessGoods")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return about(world.copyOf("R-1001"), "wrong_item").affecting("HEADPHONES-BT", 1);
        }

        @Override
        void meanwhile(Stage stage) {
            stage.turnLabel(ParcelFate.DELIVERED);
        }
    },
    REFUND_ON_RECEIPT(
            Set.of("callActivity_refundOnReceipt", "serviceTask_tellReturnOutcome", "userTask_approveDeduction")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return about(world.copyOf("R-1007"), "other");
        }

        @Override
        Map<String, String> answer(String task, Stage stage) {
            return switch (task) {
                case "Verify complaint" ->
                    Map.of(
                            "verdict",
                            "confirmed",
                            "cause",
                            "value",
                            "remedyChoice",
                            "refund",
                            "goodsBack",
                            "label",
                            "payWhen",
                            "on_receipt");
                case "Assess goods" ->
                    Map.of("returnChoice", "deduct", "deduction", "100", "deductionReason", "It was used for weeks");
                case "Approve deduction" -> Map.of("approval", "approve");
                default -> super.answer(task, stage);
            };
        }

        @Override
        void meanwhile(Stage stage) {
            stage.turnLabel(ParcelFate.DELIVERED);
        }
    },
    GOODS_NEVER_CAME(Set.of("serviceTask_remindReturn", "userTask_goodsNeverCame", "serviceTask_cancelWayBack")) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return about(world.copyOf("R-1001"), "wrong_item").affecting("HEADPHONES-BT", 1);
        }

        @Override
        void meanwhile(Stage stage) {
            stage.turnLabel(ParcelFate.PRE_TRANSIT);
        }
    },
    REPLACEMENT_LOST(Set.of("userTask_lookForParcel", "serviceTask_tellParcelReplaced")) {
        @Override
        void meanwhile(Stage stage) {
            stage.turnParcel(ParcelFate.LOST);
        }
    },
    REPLACEMENT_NOT_LOOKED_FOR(Set.of("serviceTask_tellLeadsOfParcel")) {
        @Override
        Map<String, String> answer(String task, Stage stage) {
            return task.equals("Look for parcel") ? null : super.answer(task, stage);
        }

        @Override
        void meanwhile(Stage stage) {
            stage.turnParcel(ParcelFate.LOST);
        }
    },
    ANSWERED(Set.of()) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return unclear();
        }

        @Override
        Map<String, String> answer(String task, Stage stage) {
            return task.equals("Verify complaint") && stage.first(task)
                    ? Map.of("verdict", "ask_customer", "question", "Which order is it?")
                    : task.equals("Verify complaint")
                            ? Map.of("verdict", "rejected", "cause", "people", "reason", "There is no such order")
                            : super.answer(task, stage);
        }

        @Override
        void meanwhile(Stage stage) {
            if (stage.status().equals("waiting_for_customer") && stage.first("message")) {
                stage.post("/messages", Map.of("text", "The one of last week"));
            }
        }
    },
    REFUND_IN_PART(Set.of()) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return about(world.copyOf("R-1004"), "not_received");
        }

        @Override
        Map<String, String> answer(String task, Stage stage) {
            return task.equals("Verify complaint")
                    ? Map.of(
                            "verdict",
                            "confirmed",
                            "cause",
                            "system",
                            "remedyChoice",
                            "refund",
                            "refundAmount",
                            "5.00",
                            "reason",
                            "The box was damaged")
                    : super.answer(task, stage);
        }
    },
    APPROVAL_REFUSED(Set.of()) {
        @Override
        ComplaintDraft draft(SandboxDriver world) {
            return ABOVE_AUTHORITY.draft(world);
        }

        @Override
        Map<String, String> answer(String task, Stage stage) {
            return switch (task) {
                case "Approve remedy" -> Map.of("approval", "refuse", "approvalReason", "It was found");
                case "Verify complaint" -> Map.of("verdict", "rejected", "cause", "people", "reason", "It was found");
                default -> super.answer(task, stage);
            };
        }
    },
    DISPUTE(Set.of("userTask_answerDispute", "serviceTask_checkDispute")) {
        @Override
        void meanwhile(Stage stage) {
            if (stage.status().equals("waiting_for_follow_up") && stage.once("dispute")) {
                stage.world().providers().stripeDesk().dispute(stage.paymentReference());
            }
        }
    };

    private final Set<String> steps;

    Scenario(Set<String> steps) {
        this.steps = steps;
    }

    /** The ids of the steps that it comes by and that no scenario before it does. */
    Set<String> steps() {
        return steps;
    }

    /** What is filed. */
    ComplaintDraft draft(SandboxDriver world) {
        return about(world.copyOf("R-1001"), "not_received");
    }

    /** What a person answers in a task; {@code null} where nobody does. */
    Map<String, String> answer(String task, Stage stage) {
        return switch (task) {
            case "Verify complaint" ->
                Map.of("verdict", "confirmed", "cause", "system", "remedyChoice", "as_proposed", "reason", "So it is");
            case "Approve remedy" -> Map.of("approval", "approve", "approvalReason", "Yes");
            case "Advise handler" -> Map.of("advice", "Believe it");
            case "Answer customer" -> Map.of("replyNeeded", "yes", "reply", "We are at it");
            case "Answer dispute" -> Map.of("disputeAnswer", "accepted");
            case "Give final answer" -> Map.of("finalAnswer", "There is nothing more that we can do.");
            case "Look for parcel" -> Map.of("parcelChoice", "order_again");
            case "Receive goods" -> Map.of("condition", "damaged", "note", "The cord is cut");
            case "Assess goods", "Goods never came" -> Map.of("returnChoice", "close");
            case "Tell customer" -> Map.of("toldBy", "phone", "followUpResolved", "yes");
            case "Resolve by hand", "Arrange by hand" ->
                Map.of("resolution", "done_otherwise", "proof", "Booking 4711");
            default -> null;
        };
    }

    /** What happens between two moments. */
    void meanwhile(Stage stage) {}

    private static ComplaintDraft about(SandboxOrder order, String claim) {
        return aComplaint()
                .claiming(claim)
                .aboutOrder(order.number())
                .from(order.customer().email())
                .speaking("en");
    }

    private static ComplaintDraft unclear() {
        return aComplaint()
                .claiming("other")
                .from("unclear%d@customer.example".formatted(System.nanoTime()))
                .saying("Where is everything?");
    }
}
