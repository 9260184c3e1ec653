/** Chooses which columns of a list are shown. What is ticked is seen at once behind it, and stays so on this device. */
import { Button, Checkbox } from 'antd';
import { Dialog } from './dialog';
import styles from './table.module.css';

interface Props {
  /** Those that may be put away. */
  titles: readonly string[];
  hidden: readonly string[];
  setHidden: (hidden: readonly string[]) => void;
  close: () => void;
}

/** The first column and the buttons aren't among them: without those a row is nobody's, and nothing can be done with it. */
export default function ColumnDialog({ titles, hidden, setHidden, close }: Props) {
  return (
    <Dialog
      title="选择列"
      onCancel={close}
      footer={
        <>
          <Button disabled={hidden.length === 0} onClick={() => setHidden([])}>
            全部显示
          </Button>
          <Button type="primary" onClick={close}>
            完成
          </Button>
        </>
      }
    >
      <p className="quiet">只影响你在这台设备上看到的列。</p>
      <Checkbox.Group
        className={styles.choice ?? ''}
        options={[...titles]}
        value={titles.filter((title) => !hidden.includes(title))}
        onChange={(shown) => setHidden(titles.filter((title) => !shown.includes(title)))}
      />
    </Dialog>
  );
}
