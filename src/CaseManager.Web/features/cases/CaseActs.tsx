import { Button, Group, Menu, Select } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql';
import type { CaseShownFragment, ClosureOutcome, Priority, Stage } from '../../gql/graphql';
import { OfficerSelect } from '../../records/OfficerSelect';
import { ownZone } from '../../ui/settings';
import { clock } from '../../ui/When';
import { ActModal } from './ActModal';
import { MarkCase } from './ChangeMarking';

const Move = graphql(`mutation MoveCase($input: MoveCaseToStageInput!) { moveCaseToStage(input: $input) { version errors { ...Trouble } } }`);
const Rank = graphql(`mutation RankCase($input: ChangeCasePriorityInput!) { changeCasePriority(input: $input) { version errors { ...Trouble } } }`);
const Lead = graphql(`mutation LeadCase($input: ChangeCaseLeadInput!) { changeCaseLead(input: $input) { version errors { ...Trouble } } }`);
const Propose = graphql(`mutation ProposeClosing($input: ProposeClosureInput!) { proposeClosure(input: $input) { version errors { ...Trouble } } }`);
const Approve = graphql(`mutation ApproveClosing($input: ApproveClosureInput!) { approveClosure(input: $input) { version errors { ...Trouble } } }`);
const Refuse = graphql(`mutation RefuseClosing($input: RefuseClosureInput!) { refuseClosure(input: $input) { version errors { ...Trouble } } }`);
const Withdraw = graphql(`mutation WithdrawClosing($input: WithdrawClosureInput!) { withdrawClosure(input: $input) { version errors { ...Trouble } } }`);
const Reopen = graphql(`mutation ReopenCase($input: ReopenCaseInput!) { reopenCase(input: $input) { version errors { ...Trouble } } }`);

const priorities: Priority[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];
const outcomes: ClosureOutcome[] = ['CHARGED', 'CONCLUDED_AT_COURT', 'MERGED_ELSEWHERE', 'NO_FURTHER_ACTION', 'REFERRED_ELSEWHERE', 'UNFOUNDED'];
type Act = 'marking' | 'stage' | 'priority' | 'lead' | 'propose' | 'approve' | 'refuse' | 'withdraw' | 'reopen';

/** What may be done with a case as it stands; who may not is told so. */
export function CaseActs({ id, file, again }: { id: string; file: CaseShownFragment; again: () => void }) {
  const { t, i18n } = useTranslation();
  const [doing, setDoing] = useState<Act>();
  const [stage, setStage] = useState<Stage>();
  const [priority, setPriority] = useState<Priority>(file.priority);
  const [lead, setLead] = useState('');
  const [outcome, setOutcome] = useState<ClosureOutcome>('CHARGED');
  const seen = { case: id, version: file.version };
  const close = () => { setDoing(undefined); again(); };
  const on = (act: Exclude<Act, 'marking'>) => ({ title: t(`caseActs.${act}`), action: t(`caseActs.do.${act}`), close });
  const button = (act: Exclude<Act, 'marking'>, variant = 'default') => <Button key={act} size="compact-sm" variant={variant} onClick={() => setDoing(act)}>{t(`caseActs.${act}`)}</Button>;

  return (
    <div className="no-print">
      {file.closureProposedAt && (
        <div className="versions-box">
          <p>{t('caseActs.proposed', { name: file.closureProposedBy?.name ?? '—', at: clock(i18n.language, file.closureProposedAt, ownZone()) })}{file.outcome && ` ${t(`closureOutcome.${file.outcome}`)}.`}</p>
          {file.closureReason && <div className="wrap">{file.closureReason}</div>}
          {file.closureOverdue && <div className="overdue">{t('field.closureOverdue')}</div>}
          <Group gap={6} mt="xs">{button('approve', 'filled')}{button('refuse')}{button('withdraw')}</Group>
        </div>
      )}
      {file.stage === 'CLOSED' ? button('reopen') : (
        <Menu position="bottom-start">
          <Menu.Target><Button mt={file.closureProposedAt ? 'xs' : 0} size="sm" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>{t('caseActs.menu')}</Button></Menu.Target>
          <Menu.Dropdown>
            {file.nextStages.map((next) => <Menu.Item key={next} onClick={() => { setStage(next); setDoing('stage'); }}>{t('caseActs.moveTo', { stage: t(`stage.${next}`) })}</Menu.Item>)}
            {(['priority', 'lead'] as const).map((act) => <Menu.Item key={act} onClick={() => setDoing(act)}>{t(`caseActs.${act}`)}</Menu.Item>)}
            <Menu.Item onClick={() => setDoing('marking')}>{t('remark.open')}</Menu.Item>
            {!file.closureProposedAt && <Menu.Item onClick={() => setDoing('propose')}>{t('caseActs.propose')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
      {doing === 'marking' && <MarkCase id={id} version={file.version} marking={file.marking} close={close} />}
      {doing === 'stage' && stage && <ActModal {...on('stage')} title={t('caseActs.moveTo', { stage: t(`stage.${stage}`) })} document={Move} input={(reason) => ({ ...seen, stage, reason })} />}
      {doing === 'priority' && (
        <ActModal {...on('priority')} document={Rank} input={(reason) => ({ ...seen, priority, reason })} ready={priority !== file.priority}>
          <Select label={t('field.priority')} value={priority} allowDeselect={false} onChange={(next) => setPriority(next as Priority)} data={priorities.map((one) => ({ value: one, label: t(`priority.${one}`) }))} />
        </ActModal>
      )}
      {doing === 'lead' && (
        <ActModal {...on('lead')} document={Lead} input={(reason) => ({ ...seen, lead, reason })} ready={lead !== ''}>
          {(fault) => <OfficerSelect label={t('field.lead')} description={t('caseActs.leadHint')} value={lead} onChange={setLead} error={fault('lead')} required />}
        </ActModal>
      )}
      {doing === 'propose' && (
        <ActModal {...on('propose')} document={Propose} input={(reason) => ({ ...seen, outcome, reason })}>
          <Select label={t('field.outcome')} value={outcome} allowDeselect={false} onChange={(next) => setOutcome(next as ClosureOutcome)} data={outcomes.map((one) => ({ value: one, label: t(`closureOutcome.${one}`) }))} />
        </ActModal>
      )}
      {doing === 'approve' && <ActModal {...on('approve')} document={Approve} reason="optional" reasonLabel={t('caseActs.remark')} input={(remark) => ({ ...seen, remark: remark.trim() || undefined })} />}
      {doing === 'refuse' && <ActModal {...on('refuse')} document={Refuse} input={(reason) => ({ ...seen, reason })} danger />}
      {doing === 'withdraw' && <ActModal {...on('withdraw')} document={Withdraw} input={(reason) => ({ ...seen, reason })} />}
      {doing === 'reopen' && <ActModal {...on('reopen')} document={Reopen} input={(reason) => ({ ...seen, reason })} />}
    </div>
  );
}
