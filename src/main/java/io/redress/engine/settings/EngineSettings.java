package io.redress.engine.settings;

import io.redress.core.staff.Workplaces;
import io.redress.engine.command.CallersFaults;
import io.redress.engine.command.Conflicts;
import io.redress.engine.command.DoorCommands;
import io.redress.engine.command.FailedCalls;
import io.redress.engine.command.Refusals;
import io.redress.engine.command.TakenTasks;
import io.redress.engine.deployment.DeploymentNews;
import io.redress.engine.deployment.LiveDeployments;
import io.redress.engine.deployment.NewDeployments;
import io.redress.engine.guard.GuardedExpressionManager;
import io.redress.engine.guard.ModelBeans;
import io.redress.engine.guard.ModelGuard;
import io.redress.engine.guard.ModelJudge;
import io.redress.engine.guard.ResourceGuard;
import io.redress.engine.job.BackOff;
import io.redress.engine.job.CaseJobs;
import io.redress.engine.job.FairPriority;
import io.redress.engine.job.JobTime;
import io.redress.engine.job.MeasuredTimer;
import io.redress.engine.job.PutBack;
import io.redress.engine.job.StepFence;
import io.redress.engine.job.TimerLateness;
import io.redress.engine.job.UrgentSteps;
import io.redress.engine.table.DecisionSteps;
import io.redress.engine.table.Deployments;
import io.redress.engine.table.Evaluations;
import io.redress.engine.table.RecordedTables;
import io.redress.engine.task.AnsweredTasks;
import io.redress.engine.task.ApprovalSteps;
import io.redress.engine.task.Approvals;
import io.redress.engine.task.FourEyes;
import io.redress.engine.task.LookedUpRights;
import io.redress.engine.task.TaskAnswers;
import io.redress.engine.task.TaskAssignments;
import io.redress.engine.task.TaskListeners;
import io.redress.engine.task.TaskSight;
import io.redress.engine.task.VisibleTasks;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The plug-in that puts our guards into the engine before it is built; what has a property of its own is set in
 * application.yaml.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineSettings extends AbstractProcessEnginePlugin {

    /** The engine's own rule knows letters and digits only; teams are told apart by ids such as {@code handlers-zh}. */
    private static final String GROUP_IDS = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";

    private final ModelBeans beans;
    private final ModelJudge judge;
    private final SchemaLock schemaLock;
    private final ZoneId zone;
    private final Duration jobLock;
    private final TimerLateness lateness;
    private final Deployments deployments;
    private final Evaluations evaluations;
    private final BackOff backOff;
    private final ObjectProvider<TaskAnswers> answers;
    private final Approvals approvals;
    private final TakenTasks taken;
    private final ObjectProvider<TaskAssignments> assignments;
    private final ObjectProvider<Workplaces> workplaces;
    private final FairPriority priority;
    private final ObjectProvider<TaskSight> sight;
    private final TaskListeners taskListeners;
    private final DecisionSteps decisionSteps;
    private final LiveDeployments liveDeployments;
    private final ObjectProvider<NewDeployments> newDeployments;

    EngineSettings(
            ModelBeans beans,
            ModelJudge judge,
            SchemaLock schemaLock,
            EngineProperties properties,
            Sizing sizing,
            TimerLateness lateness,
            Deployments deployments,
            Evaluations evaluations,
            BackOff backOff,
            ObjectProvider<TaskAnswers> answers,
            Approvals approvals,
            TakenTasks taken,
            ObjectProvider<TaskAssignments> assignments,
            ObjectProvider<Workplaces> workplaces,
            FairPriority priority,
            ObjectProvider<TaskSight> sight,
            TaskListeners taskListeners,
            DecisionSteps decisionSteps,
            LiveDeployments liveDeployments,
            ObjectProvider<NewDeployments> newDeployments) {
        this.beans = beans;
        this.judge = judge;
        this.schemaLock = schemaLock;
        this.zone = properties.zone();
        this.jobLock = sizing.jobLock();
        this.lateness = lateness;
        this.deployments = deployments;
        this.evaluations = evaluations;
        this.backOff = backOff;
        this.answers = answers;
        this.approvals = approvals;
        this.taken = taken;
        this.assignments = assignments;
        this.workplaces = workplaces;
        this.priority = priority;
        this.sight = sight;
        this.taskListeners = taskListeners;
        this.decisionSteps = decisionSteps;
        this.liveDeployments = liveDeployments;
        this.newDeployments = newDeployments;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new GuardedExpressionManager(beans, zone, workplaces::stream));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setDmnEngineConfiguration(new RecordedTables(evaluations));
        engine.setCustomHistoryLevels(List.of(new CaseHistory()));
        engine.setGroupResourceWhitelistPattern(GROUP_IDS);
        engine.setIdentityProviderSessionFactory(new UnlockedLogins());
        engine.setFailedJobCommandFactory(backOff);
        engine.setJobPriorityProvider(priority);
        replace(engine, JobManager.class, CaseJobs::new);
        replace(engine, AuthorizationManager.class, LookedUpRights::new);
        // The sight is asked for with the first list, because it needs the engine.
        replace(
                engine,
                TaskManager.class,
                () -> new VisibleTasks(login -> sight.getObject().of(login)));
        engine.setBpmnParseFactory(parser -> new ModelGuard(parser, judge));
        add(
                engine.getCustomPreBPMNParseListeners(),
                new AnsweredTasks(answers::stream, assignments::stream),
                engine::setCustomPreBPMNParseListeners);
        add(
                engine.getCustomPreBPMNParseListeners(),
                new ApprovalSteps(approvals, taskListeners),
                engine::setCustomPreBPMNParseListeners);
        add(engine.getCustomPreBPMNParseListeners(), taskListeners, engine::setCustomPreBPMNParseListeners);
        add(engine.getCustomPreBPMNParseListeners(), decisionSteps, engine::setCustomPreBPMNParseListeners);
        add(engine.getCustomPreBPMNParseListeners(), new UrgentSteps(beans), engine::setCustomPreBPMNParseListeners);
        var fence = new StepFence(jobLock);
        add(engine.getCustomPreBPMNParseListeners(), fence, engine::setCustomPreBPMNParseListeners);
        add(engine.getCustomSessionFactories(), fence.counting(), engine::setCustomSessionFactories);
        engine.setCommandCheckers(new ArrayList<>(List.of(new FourEyes(approvals), new AuthorizationCommandChecker())));
        add(engine.getCustomPreDeployers(), new ResourceGuard(judge), engine::setCustomPreDeployers);
        add(engine.getCustomPostDeployers(), deployments, engine::setCustomPostDeployers);
        add(
                engine.getCustomPostDeployers(),
                new DeploymentNews(newDeployments::stream),
                engine::setCustomPostDeployers);
        liveDeployments.install(engine);
        aroundAll(engine, () -> new Refusals(taken));
        aroundAll(engine, CallersFaults::new);
        add(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                (CommandInterceptor) new Conflicts(),
                engine::setCustomPreCommandInterceptorsTxRequired);
        add(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                (CommandInterceptor) new PutBack(),
                engine::setCustomPreCommandInterceptorsTxRequired);
        add(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                (CommandInterceptor) new JobTime(jobLock),
                engine::setCustomPreCommandInterceptorsTxRequired);
        add(
                engine.getCustomPostCommandInterceptorsTxRequired(),
                (CommandInterceptor) new FailedCalls(),
                engine::setCustomPostCommandInterceptorsTxRequired);
        aroundAll(engine, DoorCommands::new);
        MeasuredTimer.all(lateness)
                .forEach(timer -> add(engine.getCustomJobHandlers(), timer, engine::setCustomJobHandlers));
        schemaLock.take();
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        VisibleTasks.addQuestions(engine.getSqlSessionFactory().getConfiguration());
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        schemaLock.release();
    }

    /**
     * Adds to both chains, in and outside of a transaction of the caller's; each chain links interceptors of its own.
     */
    private static void aroundAll(ProcessEngineConfigurationImpl engine, Supplier<CommandInterceptor> interceptor) {
        add(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                interceptor.get(),
                engine::setCustomPreCommandInterceptorsTxRequired);
        add(
                engine.getCustomPreCommandInterceptorsTxRequiresNew(),
                interceptor.get(),
                engine::setCustomPreCommandInterceptorsTxRequiresNew);
    }

    /** Has each command of the engine use what we make in place of what it makes itself. */
    private static <T extends Session> void replace(
            ProcessEngineConfigurationImpl engine, Class<T> engines, Supplier<? extends T> ours) {
        SessionFactory factory = new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return engines;
            }

            @Override
            public Session openSession() {
                return ours.get();
            }
        };
        add(engine.getCustomSessionFactories(), factory, engine::setCustomSessionFactories);
    }

    private static <T> void add(List<T> present, T addition, Consumer<List<T>> setter) {
        var all = present == null ? new ArrayList<T>() : new ArrayList<>(present);
        all.add(addition);
        setter.accept(all);
    }
}
