import { Button } from 'antd';
import { Callout } from './notice';

/** Above a form that holds what was typed last time and not saved. @param drop back to what is stored */
export function RestoredDraft({ drop }: { drop: () => void }) {
  return (
    <Callout tone="warn" title="已恢复上次未保存的内容">
      <Button size="small" onClick={drop}>
        放弃，重新填写
      </Button>
    </Callout>
  );
}
