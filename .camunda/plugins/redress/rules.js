/*
 * Rules of Redress for bpmnlint, as far as one diagram alone can tell: Camunda Modeler shows them while somebody draws.
 * The gate of a running system has all rules, with all models together; what is found here would be refused there.
 */
(function() {
  'use strict';

  // Written by ElementTemplatesTest from the code.
  const FACTS = {"steps":{"acknowledgeComplaint":{"reachesOut":true},"arrangeReturn":{},"arrangeWayBack":{"reachesOut":true},"cancelWayBack":{"reachesOut":true},"checkDispute":{},"checkParcel":{},"checkRefunds":{},"checkReturn":{},"climbLadder":{},"closeComplaint":{},"closeWithoutAnswer":{},"confirmWithdrawal":{"reachesOut":true},"correctExplanation":{"reachesOut":true},"explainDecision":{"reachesOut":true},"gatherEvidence":{},"grantGoodwill":{"reachesOut":true,"untilDone":true},"handOverWork":{},"noteSilence":{},"orderReplacement":{"reachesOut":true,"untilDone":true},"refundInstead":{},"refundPayment":{"reachesOut":true,"untilDone":true},"registerComplaint":{},"remindCustomer":{"reachesOut":true},"remindReturn":{"reachesOut":true},"reopenComplaint":{},"resolveAnew":{},"sendFinalAnswer":{"reachesOut":true},"sendFollowUp":{"reachesOut":true},"sendHeldLetters":{"reachesOut":true},"sendHoldingAnswer":{"reachesOut":true},"sendMessage":{"reachesOut":true},"sendQuestion":{"reachesOut":true},"sendReply":{"reachesOut":true},"tellLeadsOfParcel":{"reachesOut":true},"tellParcelReplaced":{"reachesOut":true},"tellReturnOutcome":{"reachesOut":true},"tellWayBack":{"reachesOut":true},"watchRefunds":{}},"parameters":{"resolveByHand":{"name":"remedyKind","words":["refund","replacement","goodwill","in_person","return"]},"settleReturn":{"name":"goods","words":["here","missing"]}},"readers":["adviseHandler","answerCustomer","answerDispute","approveDeduction","approveGoodwill","approveRemedy","approveStep","decideLetters","giveFinalAnswer","lookForParcel","mendCase","nameAccused","readMessage","receiveGoods","returnByHand","tellCustomer","verifyComplaint"]};

  const CYCLE_BREAKERS = [
    'bpmn:UserTask', 'bpmn:ReceiveTask', 'bpmn:IntermediateCatchEvent', 'bpmn:EventBasedGateway',
    'bpmn:CallActivity', 'bpmn:SubProcess'
  ];

  const is = (node, type) => Boolean(node?.$instanceOf?.(type));

  /** An attribute of Camunda's, whether or not its part of the language has been loaded. */
  const camunda = (node, name) => node.get('camunda:' + name) ?? node.$attrs?.['camunda:' + name];

  const on = value => value === true || value === 'true';

  /** The extension elements of a kind, likewise. */
  function extensions(node, kind) {
    return (node.extensionElements?.values ?? [])
      .filter(one => one.$type.toLowerCase() === ('camunda:' + kind).toLowerCase());
  }

  function input(step, name) {
    const inputs = extensions(step, 'inputOutput').flatMap(one => one.inputParameters ?? one.$children ?? []);
    const found = inputs.find(one => one.name === name);
    return found && String(found.value ?? found.$body ?? found.definition ?? '').trim();
  }

  function bean(step) {
    return /^[#$]\{\s*(\w+)\s*}$/.exec(camunda(step, 'delegateExpression') ?? '')?.[1];
  }

  /** The flows out of a step, which a file by another hand names only once. */
  function ways(node) {
    return node.outgoing?.length
      ? node.outgoing
      : (node.$parent?.flowElements ?? []).filter(one => is(one, 'bpmn:SequenceFlow') && one.sourceRef === node);
  }

  const text = expression => expression?.body?.trim() ?? '';

  const rules = {

    'known-step'(node, report) {
      const listens = [ ...extensions(node, 'taskListener'), ...extensions(node, 'executionListener') ];
      const code = listens.some(one => one.class || one.expression || one.script || one.$children?.length);
      if (is(node, 'bpmn:ScriptTask') || code) {
        return report('Scripts and classes are not let in: use one of our steps');
      }
      if (is(node, 'bpmn:ServiceTask') || is(node, 'bpmn:SendTask')) {
        const name = bean(node);
        if (!name) {
          report('Choose one of our steps: make it from an element template');
        } else if (!FACTS.steps[name]) {
          report(`There is no step “${name}”`);
        }
      }
    },

    'save-point'(node, report) {
      if (!is(node, 'bpmn:ServiceTask') || !FACTS.steps[bean(node)]?.reachesOut || on(camunda(node, 'asyncAfter'))) {
        return;
      }
      const [ way, ...others ] = ways(node);
      const saved = way && !others.length && !way.conditionExpression
        && (on(camunda(way.targetRef, 'asyncBefore')) || is(way.targetRef, 'bpmn:EventBasedGateway'));
      if (!saved) {
        report('What it does cannot be taken back: tick “After” under “Asynchronous continuations”');
      }
    },

    'needed-parameter'(node, report) {
      const needed = is(node, 'bpmn:UserTask') && FACTS.parameters[camunda(node, 'formRef')];
      if (needed && !extensions(node, 'taskListener').some(one => FACTS.readers.includes(
        /^[#$]\{\s*(\w+)\s*}$/.exec(one.delegateExpression ?? '')?.[1]))
        && !needed.words.includes(input(node, needed.name))) {
        report(`Say by the input parameter “${needed.name}” what it is for: ${needed.words.join(', ')}`);
      }
    },

    'approval-asked'(node, report) {
      if (!is(node, 'bpmn:UserTask') || camunda(node, 'formRef') !== 'approveRemedy') {
        return;
      }
      const [ way, ...others ] = ways(node);
      const next = others.length ? undefined : way?.targetRef;
      const asks = is(next, 'bpmn:ExclusiveGateway')
        && ways(next).some(answer => /\bapproval\b/.test(text(answer.conditionExpression)));
      if (!asks) {
        report("Nothing asks what was answered: put a gateway behind it, with ${approval == 'approve'} on the way on");
      }
    },

    'time-to-live'(node, report) {
      if (is(node, 'bpmn:Process') && node.isExecutable && !camunda(node, 'historyTimeToLive')) {
        report('Say how long its history is kept, such as P1095D');
      }
    },

    'timer'(node, report) {
      const timer = node.eventDefinitions?.find(one => is(one, 'bpmn:TimerEventDefinition'));
      if (!timer) {
        return;
      }
      if (is(node, 'bpmn:StartEvent') && !is(node.$parent, 'bpmn:SubProcess')) {
        report('A timer starts no process of ours');
      }
      const wait = text(timer.timeDuration);
      if (timer.timeDuration && (!/^P(?=.)[\dYMWDTHS.]+$/.test(wait) || !/[1-9]/.test(wait))) {
        report('Give it a fixed duration above zero, such as P2D');
      }
      const again = text(timer.timeCycle);
      if (timer.timeCycle && !/^R[1-9]\d?\/P(?=.*[1-9])[\dYMWDTHS.]+$/.test(again)) {
        report('Let it repeat a few times, with a pause above zero, such as R2/P3D');
      }
    },

    'endless-cycle'(node, report) {
      if (!is(node, 'bpmn:FlowNode') || waits(node)) {
        return;
      }
      const seen = new Set();
      const open = [ node ];
      while (open.length) {
        for (const way of ways(open.pop())) {
          const next = way.targetRef;
          if (next === node) {
            return report('It comes back to itself without a wait: a case would never get out');
          }
          if (next && !seen.has(next) && !waits(next)) {
            seen.add(next);
            open.push(next);
          }
        }
      }
    }
  };

  /**
   * Whether a cycle ends there, or stands. A step that pays or sends comes back until nothing is left to do; a called
   * process may wait or not: the gate knows, one diagram does not.
   */
  function waits(node) {
    return CYCLE_BREAKERS.some(type => is(node, type))
      || is(node, 'bpmn:ServiceTask') && Boolean(FACTS.steps[bean(node)]?.untilDone);
  }

  const factories = {};
  for (const [ name, check ] of Object.entries(rules)) {
    factories[name] = () => ({ check: (node, reporter) => check(node, message => reporter.report(node.id, message)) });
  }

  const config = { rules: Object.fromEntries(Object.keys(rules).map(name => [ 'redress/' + name, 'error' ])) };

  if (typeof module === 'object' && module.exports) {
    module.exports = { rules: factories, configs: { recommended: config } };
  } else {
    // Modeler asks one plug-in after the other until one does not throw.
    const ours = (from, found) => {
      if (from !== 'bpmnlint-plugin-redress' || !found) {
        throw new Error('not a rule of Redress');
      }
      return found;
    };
    const resolver = {
      resolveRule: (from, name) => ours(from, factories[name]),
      resolveConfig: (from, name) => ours(from, name === 'recommended' && config)
    };
    (window.plugins ??= []).push({ plugin: { config, resolver }, type: 'lintRules.bpmn' });
  }
})();
